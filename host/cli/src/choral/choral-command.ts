import {
  type ChoralLine,
  hasBeatMarks,
  markedLine,
  PacingError,
  readChoralText,
  speak,
  type SpokenBeat,
} from "@entrain/pacing";
import { loadEnglishLexicon, markEnglish } from "@entrain/scansion";
import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { CliError } from "../errors.ts";
import { clockText, oneLine } from "../score/text.ts";
import { jsonText } from "../table/json-text.ts";
import { positiveNumber } from "../table/number-option.ts";
import { plainTable } from "../table/plain-table.ts";
import { readPoem } from "./read-poem.ts";

const DEFAULT_BPM = 80;
const MICROS_PER_SECOND = 1e6;

interface RawChoralOpts {
  readonly bpm: number;
  readonly marks?: boolean;
  readonly json?: boolean;
}

/** What `entrain choral --json` prints; choral.schema.json describes it. */
export interface ChoralResult {
  readonly bpm: number;
  readonly seconds: number;
  /** The text with a mark before each syllable that is felt. */
  readonly marked: string;
  readonly lines: readonly {
    readonly text: string;
    /** `at`: index of the syllable in `text`; `lastsS`: to the next beat, breath included. */
    readonly beats: readonly { readonly at: number; readonly tS: number; readonly lastsS: number }[];
  }[];
}

const HELP = `
An English text as it is, or one in any language with marks: | before each syllable that is felt, / for a silent beat.
A line is a phrase; one silent beat follows it, and two follow a verse, where it does not end in a / of its own.

  entrain choral poem.txt --bpm 80
  entrain choral poem.txt --marks > marked.txt      then move any mark by hand`;

const resultOf = (
  marked: string,
  lines: readonly ChoralLine[],
  beats: readonly SpokenBeat[],
  bpm: number,
): ChoralResult => {
  const last = beats.at(-1);
  return {
    bpm,
    seconds: last === undefined ? 0 : (last.tMicros + last.lastsMicros) / MICROS_PER_SECOND,
    marked,
    lines: lines.map(({ text }, line) => ({
      text,
      beats: beats
        .filter((beat) => beat.line === line)
        .map(({ at, tMicros, lastsMicros }) => ({
          at,
          tS: tMicros / MICROS_PER_SECOND,
          lastsS: lastsMicros / MICROS_PER_SECOND,
        })),
    })),
  };
};

const timeline = (spoken: readonly ChoralLine[], { bpm, seconds, lines }: ChoralResult): string => {
  const rows = spoken.map((line, i) => [
    clockText(lines[i]?.beats[0]?.tS ?? 0),
    String(line.beats.length),
    oneLine(markedLine(line)),
  ]);
  const table = plainTable(
    ["right", "right", "left"],
    [["at", "beats", "| before each syllable that is felt"], ...rows],
  );
  return `${table}\n\n${String(lines.length)} ${lines.length === 1 ? "line" : "lines"}, ${clockText(seconds)} at ${String(bpm)} beats a minute`;
};

const run = async (file: string, raw: RawChoralOpts, { out }: CommandOutput): Promise<void> => {
  const source = await readPoem(file);
  const marked = hasBeatMarks(source) ? source : markEnglish(source, await loadEnglishLexicon());
  try {
    const lines = readChoralText(marked);
    const result = resultOf(marked, lines, speak(lines, raw.bpm), raw.bpm);
    if (raw.json === true) out(`${jsonText(result)}\n`);
    else out(raw.marks === true ? `${marked.trimEnd()}\n` : `${timeline(lines, result)}\n`);
  } catch (error) {
    if (!(error instanceof PacingError) || error.code !== "choral-text") throw error;
    throw new CliError("bad-file", `${error.message}, at ${oneLine(file)}`);
  }
};

/**
 * `entrain choral`.
 *
 * @throws CliError, PacingError from its action, for the program to print and end with 1
 */
export const createChoralCommand = (output: CommandOutput = PROCESS_OUTPUT): Command =>
  new Command("choral")
    .description("a poem or a prayer as pulses on its stressed syllables, with breaths between its lines")
    .argument("<file>", "a text")
    .option("--bpm <tempo>", "beats a minute, silent ones counted", positiveNumber("--bpm", "beats"), DEFAULT_BPM)
    .option("--marks", "print the text with its marks and nothing else")
    .option("--json", "print one JSON object and nothing else")
    .addHelpText("after", HELP)
    .action((file: string, raw: RawChoralOpts) => run(file, raw, output));
