import { absoluteFisherZ, windowedCrossCorrelation } from "@entrain/synchrony";
import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { badFile, usage } from "../score/text.ts";
import { jsonText } from "../table/json-text.ts";
import { numberFromZero, positiveNumber } from "../table/number-option.ts";
import { plainTable } from "../table/plain-table.ts";
import { headerNote, readSignals, type Signals } from "../table/read-signals.ts";

interface RawWccOpts {
  readonly rate?: string;
  readonly lag?: string;
  readonly window?: string;
  readonly increment?: string;
  readonly json?: boolean;
}

/** What `entrain wcc --json` prints; wcc.schema.json describes it. */
export interface WccResult {
  readonly rate: number;
  readonly lagS: number;
  readonly windowS: number;
  readonly incrementS: number;
  readonly members: readonly string[];
  readonly lagsS: readonly number[];
  readonly startsS: readonly number[];
  /** rMEA's own default: |Fisher z|, at most 10; [window][lag]. */
  readonly matrix: readonly (readonly (number | null)[])[];
  /** The correlations it comes from. */
  readonly r: readonly (readonly (number | null)[])[];
}

const HELP = `
A.csv has a header row and two movement signals. A positive lag: the second follows the first.

  entrain wcc pair.csv --rate 25 --lag 5 --window 60 --increment 30 --json`;

const given = (option: string, unit: string, text: string | undefined): string => {
  if (text === undefined) throw usage(`${option} in ${unit}`, "none");
  return text;
};

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const wcc = (
  { names, columns, file }: Signals,
  opts: Omit<WccResult, "members" | "lagsS" | "startsS" | "matrix" | "r">,
): WccResult => {
  const [a, b] = columns;
  if (a === undefined || b === undefined || columns.length !== 2)
    throw badFile("two columns", String(columns.length), { file });
  const found = windowedCrossCorrelation(a, b, { ...opts, rateHz: opts.rate });
  return {
    ...opts,
    members: names,
    lagsS: found.lagsS,
    startsS: found.startsS,
    matrix: found.r.map((row) => Array.from(row, (value) => orNull(absoluteFisherZ(value)))),
    r: found.r.map((row) => Array.from(row, orNull)),
  };
};

/** Of each window the strongest correlation and where it is. */
const wccText = ({ lagsS, startsS, r, matrix }: WccResult): string =>
  plainTable(
    ["right", "right", "right", "right"],
    [
      ["window from, s", "mean |z|", "largest |r|", "at lag, s"],
      ...r.map((row, w) => {
        const known = (matrix[w] ?? []).filter((value) => value !== null);
        const best = row.reduce<number>((at, value, k) => (Math.abs(value ?? 0) > Math.abs(row[at] ?? 0) ? k : at), 0);
        const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
        return known.length === 0
          ? [String(startsS[w]), "–", "–", "–"]
          : [String(startsS[w]), mean.toFixed(3), (row[best] ?? NaN).toFixed(3), String(lagsS[best])];
      }),
    ],
  );

const run = async (file: string, raw: RawWccOpts, { out, note }: CommandOutput): Promise<void> => {
  const opts = {
    rate: positiveNumber("--rate", "Hz")(given("--rate", "Hz", raw.rate)),
    lagS: numberFromZero("--lag", "seconds")(given("--lag", "seconds", raw.lag)),
    windowS: positiveNumber("--window", "seconds")(given("--window", "seconds", raw.window)),
    incrementS: positiveNumber("--increment", "seconds")(given("--increment", "seconds", raw.increment)),
  };
  const signals = await readSignals(file);
  const result = wcc(signals, opts);
  const header = headerNote(signals);
  if (header !== undefined) note(`${header}\n`);
  out(raw.json === true ? `${jsonText(result)}\n` : `${wccText(result)}\n`);
};

/**
 * `entrain wcc`.
 *
 * @throws CliError, SynchronyError from its action, for the program to print and end with 1
 */
export const createWccCommand = (output: CommandOutput = PROCESS_OUTPUT): Command =>
  new Command("wcc")
    .description("windowed lagged cross-correlation of two signals, as rMEA computes it")
    .argument("<file>", "a table of two movement signals")
    .option("--rate <hz>", "samples a second")
    .option("--lag <seconds>", "largest lag to either side")
    .option("--window <seconds>", "length of a window")
    .option("--increment <seconds>", "from one window to the next")
    .option("--json", "print one JSON object and nothing else")
    .addHelpText("after", HELP)
    .action((file: string, raw: RawWccOpts) => run(file, raw, output));
