import { rescore } from "@entrain/session";
import { Command } from "commander";
import { CliError } from "../errors.ts";
import { wholeNumber } from "../options.ts";
import { ownVersion } from "../version.ts";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { openFile } from "./open-file.ts";
import { besideIt } from "./session-names.ts";
import { writeWhole } from "./write-whole.ts";

interface RescoreOptions extends UnlockOptions {
  readonly window?: number;
  readonly seed?: number;
  readonly out?: string;
}

const run = async (path: string, options: RescoreOptions): Promise<void> => {
  const { source, session, fileName, lock, close } = await openFile(path, options);
  try {
    const { config, counts } = session;
    if ((counts.frame ?? 0) === 0)
      throw new CliError("bad-file", `expected a session with its raw motion, found none of it, at ${path}`);
    const windowS = options.window ?? config.scoring.windowS;
    const seed = options.seed ?? config.scoring.seed;
    const target = options.out ?? besideIt(path, `.window-${String(windowS)}-seed-${String(seed)}.layer`);
    const software = { entrain: await ownVersion(), runtime: `node ${process.version}` };
    const ticks = await writeWhole(
      target,
      (sink) => rescore({ source, session, fileName, sink, windowS, seed, software }),
      { lock },
    );
    process.stdout.write(`${String(ticks)} readings in ${target}; ${fileName} is as it was\n`);
  } finally {
    await close();
  }
};

/** `entrain rescore`: a layer of readings with other settings, beside the recording. */
export const createRescoreCommand = (): Command =>
  addUnlockOptions(new Command("rescore"))
    .description("score a recorded session with other settings, into a file beside it")
    .argument("<file>", "a session file")
    .option("--window <seconds>", "5 to 600", wholeNumber("--window", 5, 600))
    .option("--seed <number>", "of the chance floors", wholeNumber("--seed", 0, 2 ** 32 - 1))
    .option("--out <file>", "where to; default: a name beside the recording that says the settings")
    .action(run);
