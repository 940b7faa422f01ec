import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { jsonText } from "../table/json-text.ts";
import { headerNote, readSignals } from "../table/read-signals.ts";
import { analyse } from "./analysis.ts";
import { analysisText } from "./analysis-text.ts";
import { membersOf, nullNotes } from "./members.ts";
import { parseAnalyseSettings, type RawAnalyseOpts } from "./settings.ts";

const DESCRIPTION = "compute the classical figures of the literature, without any guard against chance";
const HELP = `
SIGNALS.csv has a header row and one movement signal a column, sampled evenly; docs/COMMANDS.md says what each figure is.

  entrain analyse signals.csv --rate 100 --json
  entrain analyse signals.csv --rate 100 --rows 1500:9000 --pacer pacer --json
  entrain analyse signals.csv --rate 100 --band 0.5:2 --nm 2:1 --lags 50 --mdrqa 1.5 --decimate 10 --json`;

const run = async (file: string, raw: RawAnalyseOpts, { out, note }: CommandOutput): Promise<void> => {
  const settings = parseAnalyseSettings(raw);
  const signals = await readSignals(file);
  const members = membersOf(signals, settings);
  const analysis = analyse(members, settings);
  for (const text of [headerNote(signals), ...nullNotes(members)]) if (text !== undefined) note(`${text}\n`);
  out(settings.json ? `${jsonText(analysis)}\n` : analysisText(analysis));
};

/**
 * `entrain analyse`.
 *
 * @throws CliError from its action, for the program to print and end with 1
 */
export const createAnalyseCommand = (output: CommandOutput = PROCESS_OUTPUT): Command =>
  new Command("analyse")
    .description(DESCRIPTION)
    .argument("<signals>", "a table of movement signals")
    .option("--rate <hz>", "samples a second")
    .option("--rows <a:b>", "only these rows, from 0, B excluded")
    .option("--band <lo:hi>", "band-pass first, Hz")
    .option("--pacer <column>", "a column that is the pacer and no member: its name, or number from 0")
    .option("--nm <n:m>", "n:m phase locking as well")
    .option("--lags <k>", "lagged correlation up to so many rows as well")
    .option("--mdrqa <radius>", "recurrence quantification as well, radius in standard deviations")
    .option("--decimate <k>", "of every K rows one, for --mdrqa")
    .option("--json", "print one JSON object and nothing else")
    .addHelpText("after", HELP)
    .action((file: string, raw: RawAnalyseOpts) => run(file, raw, output));
