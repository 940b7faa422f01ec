import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { jsonText } from "../table/json-text.ts";
import { plainTable } from "../table/plain-table.ts";
import { readTaps } from "./read-taps.ts";
import { type TapFigures, tapFigures } from "./tap-figures.ts";

const HELP = `
FILE.csv has the columns subject, trial, isi and asynch (ms; negative is ahead of the beat, as is normal).

  entrain tapping taps.csv --json`;

const HEAD = ["subject", "isi", "n", "mean", "median", "sd", "R", "circular mean", "Rayleigh z", "lag 1", "α"];

const shown = (value: number | null, digits: number): string =>
  value === null ? "–" : value.toFixed(digits).replace("-", "−");

const rowOf = (row: TapFigures): string[] => [
  String(row.subject),
  String(row.isi),
  String(row.n),
  ...[row.mean, row.median, row.sd].map((value) => shown(value, 1)),
  shown(row.circularR, 3),
  shown(row.circularMeanMs, 1),
  shown(row.rayleighZ, 1),
  shown(row.lag1, 2),
  shown(row.alpha, 2),
];

const run = async (file: string, isJson: boolean, { out }: CommandOutput): Promise<void> => {
  const rows = (await readTaps(file)).map(tapFigures);
  const aligns = HEAD.map((_, c) => (c === 0 ? "left" : "right"));
  out(isJson ? `${jsonText({ rows })}\n` : `${plainTable(aligns, [HEAD, ...rows.map(rowOf)])}\n`);
};

/**
 * `entrain tapping`.
 *
 * @throws CliError from its action, for the program to print and end with 1
 */
export const createTappingCommand = (output: CommandOutput = PROCESS_OUTPUT): Command =>
  new Command("tapping")
    .description("describe how people tapped to a beat: asynchronies and phase correction by subject and interval")
    .argument("<file>", "a table of taps")
    .option("--json", "print one JSON object and nothing else")
    .addHelpText("after", HELP)
    .action((file: string, { json = false }: { json?: boolean }) => run(file, json, output));
