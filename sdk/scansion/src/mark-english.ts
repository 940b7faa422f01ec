import { beatsOfLine } from "./alternate.ts";
import { syllableStarts } from "./syllable-starts.ts";
import { type Lexicon, type Stress, wordStress } from "./word-stress.ts";

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Signs after which a speaker breathes within a line. */
const BREATH_AFTER = /[.;:!?—]["”’)]*(?=\s+\S)/gu;

interface Syllable {
  /** Index into the line. */
  readonly at: number;
  readonly stress: Stress;
}

/** Weak before a noun, but stressed where nothing follows: 'the tide comes in'. */
const PARTICLES = new Set(["in", "out", "on", "off", "up", "by"]);
const NOTHING_FOLLOWS = /^(?:\s*$|["”’)]*[.,;:!?—])/u;

const syllablesOf = (line: string, lexicon: Lexicon): Syllable[] =>
  Array.from(line.matchAll(WORD)).flatMap(({ index, 0: written }) => {
    const word = written.replaceAll("’", "'").toLowerCase();
    const isLast = PARTICLES.has(word) && NOTHING_FOLLOWS.test(line.slice(index + written.length));
    const stresses = isLast ? ([1] as const) : wordStress(word, lexicon);
    const starts = syllableStarts(word, stresses.length);
    return stresses.map((stress, i) => ({ at: index + (starts[i] ?? starts.at(-1) ?? 0), stress }));
  });

const markLine = (line: string, lexicon: Lexicon): string => {
  const syllables = syllablesOf(line, lexicon);
  const isBeat = beatsOfLine(syllables.map(({ stress }) => stress));
  const beats = new Set(syllables.filter((_, i) => isBeat[i]).map(({ at }) => at));
  const breaths = new Set(Array.from(line.matchAll(BREATH_AFTER), ({ index, 0: { length } }) => index + length));
  let hasBeat = false;
  return Array.from({ length: line.length }, (_, i) => {
    const breath = breaths.has(i) && hasBeat ? " /" : "";
    hasBeat ||= beats.has(i);
    return breath + (beats.has(i) ? "|" : "") + (line[i] ?? "");
  }).join("");
};

/**
 * Puts the marks of a choral text into plain English: `|` before each stressed syllable, `/` where a line has a stop
 * within it. Lines without a word are kept as they are. A person who reads it out may move any mark.
 *
 * @param text - without marks of its own
 * @example
 * ```ts
 * markEnglish("The tide comes in", lexicon) === "The |tide |comes |in";
 * ```
 */
export const markEnglish = (text: string, lexicon: Lexicon): string =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => (/\p{L}/u.test(line) ? markLine(line, lexicon) : ""))
    .join("\n");
