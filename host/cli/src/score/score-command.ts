import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { picture } from "./picture/picture.ts";
import { reportText } from "./report.ts";
import { resultOf, toJson } from "./result.ts";
import { scoreFiles } from "./score-files.ts";
import { parseSettings, type RawScoreOpts } from "./settings.ts";
import { writeTogether } from "./write-together.ts";

const DESCRIPTION = "say whether people in a recording moved together, with the score that chance would give";
const HELP = `
RECORDING is a table of time and acceleration: FILE or NAME=FILE, one a member, or one file with several members.

  entrain score ann.csv ben.csv
  entrain score both.tsv --members RWrist,LWrist --out result
  entrain score ann=a.csv ben=b.csv --time-unit ns --accel-unit ms2 --start ann=1506421989895 --start ben=1506421987098
  entrain score both.csv --columns t=0,ann.x=1,ann.y=2,ann.z=3,ben.x=4,ben.y=5,ben.z=6`;

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const run = async (recordings: readonly string[], raw: RawScoreOpts, { out, note }: CommandOutput): Promise<void> => {
  const settings = parseSettings(recordings, raw);
  const { score, notes } = await scoreFiles(settings);
  const result = resultOf(score);
  if (settings.out !== undefined) {
    await writeTogether(settings.out, { "score.json": toJson(result), "score.svg": picture(score) });
  }
  for (const text of notes) note(`${text}\n`);
  out(settings.json ? toJson(result) : reportText(result));
};

/**
 * `entrain score`.
 *
 * @throws CliError from its action, for the program to print and end with 1
 */
export const createScoreCommand = (output: CommandOutput = PROCESS_OUTPUT): Command =>
  new Command("score")
    .description(DESCRIPTION)
    .argument("[recordings...]", "FILE or NAME=FILE")
    .option("--columns <spec>", "t=0,x=1,y=2,z=3: columns counted from 0, or header names; NAME.x for several members")
    .option("--time-unit <unit>", "ns, us, ms or s", "s")
    .option("--accel-unit <unit>", "g or ms2 (m/s²)", "g")
    .option(
      "--start <member=time>",
      "when a member's first row was taken: ISO 8601 (UTC unless it says) or Unix ms",
      collect,
      [],
    )
    .option("--window <seconds>", "length of a window, 5 to 600", "30")
    .option("--members <names>", "score only these, as a,b")
    .option("--pacer <bpm>", "a steady pulse that all heard, 4 to 240: dyads then say what they share beyond it")
    .option("--seed <number>", "of the chance floor", "1")
    .option("--out <dir>", "write score.json and score.svg there")
    .option("--json", "print one JSON object and nothing else")
    .addHelpText("after", HELP)
    .action((recordings: readonly string[], raw: RawScoreOpts) => run(recordings, raw, output));
