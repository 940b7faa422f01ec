import { PacingError } from "../errors.ts";

/** A beat of a spoken line: where it falls, and how many silent beats follow before the next. */
export interface ChoralBeat {
  /** Index into the line's text of the first character of the syllable. */
  readonly at: number;
  readonly silentBeats: number;
}

/** One phrase: what is said in one breath. */
export interface ChoralLine {
  /** As it is read, without the marks. */
  readonly text: string;
  /** In order, at least one. The silent beats after the last are the breath at the end of the line. */
  readonly beats: readonly ChoralBeat[];
}

export const BEAT_MARK = "|";
export const BREATH_MARK = "/";

/** Silent beats after a line, and after the last line of a verse, where the text itself marks none. */
const LINE_BREATH = 1;
const VERSE_BREATH = 2;

/** More than a group speaks in a session; what is longer was not meant. */
export const MAX_CHORAL_CHARACTERS = 20_000;
const MAX_SILENT_BEATS = 15;

/** Whether a text says itself where its beats fall. */
export const hasBeatMarks = (source: string): boolean => source.includes(BEAT_MARK);

const problem = (message: string): PacingError => new PacingError("choral-text", message);

const readLine = (source: string, lineNumber: number, breathAfter: number): ChoralLine => {
  const beats: { at: number; silentBeats: number }[] = [];
  const where = `in line ${String(lineNumber)}`;
  let text = "";
  let pending = false;
  for (const character of source.replace(/\s+/gu, " ").trim()) {
    if (character === BEAT_MARK) {
      if (pending) throw problem(`expected a syllable between two '${BEAT_MARK}', found none ${where}`);
      pending = true;
    } else if (character === BREATH_MARK) {
      const last = beats.at(-1);
      if (last === undefined)
        throw problem(`expected a beat '${BEAT_MARK}' before the first breath '${BREATH_MARK}', found none ${where}`);
      last.silentBeats++;
      if (last.silentBeats > MAX_SILENT_BEATS)
        throw problem(
          `expected at most ${String(MAX_SILENT_BEATS)} breaths '${BREATH_MARK}' in a row, found more ${where}`,
        );
    } else if (character !== " " || !(text === "" || text.endsWith(" "))) {
      // A mark may stand apart from its syllable: '| home' is '|home'.
      if (pending && character !== " ") {
        beats.push({ at: text.length, silentBeats: 0 });
        pending = false;
      }
      text += character;
    }
  }
  if (pending) throw problem(`expected a syllable after the last '${BEAT_MARK}', found none ${where}`);
  const last = beats.at(-1);
  if (last === undefined) throw problem(`expected at least one beat '${BEAT_MARK}', found none ${where}: "${text}"`);
  if (last.silentBeats === 0) last.silentBeats = breathAfter;
  return { text: text.trimEnd(), beats };
};

/** A line with a mark before each syllable that is felt; breaths left out. */
export const markedLine = ({ text, beats }: ChoralLine): string =>
  beats.reduceRight((marked, { at }) => marked.slice(0, at) + BEAT_MARK + marked.slice(at), text);

/**
 * Reads a text with marks: `|` before each syllable that is felt, `/` for each silent beat of breath. A line is a phrase;
 * where it ends without a `/` there is one silent beat, and two at an empty line.
 *
 * @throws PacingError `choral-text`, naming the line
 * @example
 * ```ts
 * const [line] = readChoralText("|Row, |row, |row your |boat, //");
 * line.text === "Row, row, row your boat,";
 * line.beats.map(({ silentBeats }) => silentBeats); // [0, 0, 0, 2]
 * ```
 */
export const readChoralText = (source: string): readonly ChoralLine[] => {
  if (source.length > MAX_CHORAL_CHARACTERS)
    throw problem(
      `expected a text of at most ${String(MAX_CHORAL_CHARACTERS)} characters, found ${String(source.length)}`,
    );
  const rows = source.replace(/^\uFEFF/u, "").split(/\r\n|\r|\n/u);
  const lines: ChoralLine[] = [];
  rows.forEach((row, i) => {
    if (row.trim() === "") return;
    const endsVerse = (rows[i + 1] ?? "").trim() === "";
    lines.push(readLine(row, i + 1, endsVerse ? VERSE_BREATH : LINE_BREATH));
  });
  if (lines.length === 0) throw problem("expected a text of at least one line, found nothing to say");
  return lines;
};
