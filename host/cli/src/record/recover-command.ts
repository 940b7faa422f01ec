import { recover } from "@entrain/recording";
import { Command } from "commander";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { openFile, warningLines } from "./open-file.ts";
import { besideIt } from "./session-names.ts";
import { writeWhole } from "./write-whole.ts";

interface RecoverOptions extends UnlockOptions {
  readonly out?: string;
}

const run = async (path: string, options: RecoverOptions): Promise<void> => {
  const file = await openFile(path, options);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    const { source, session, lock } = file;
    if (session.warnings.length === 0) {
      say(`${file.fileName} is whole: there is nothing to recover`);
      return;
    }
    const target = options.out ?? besideIt(path, ".recovered");
    const { kept, missing, seconds } = await writeWhole(target, (sink) => recover(source, session, sink), { lock });
    for (const line of warningLines(file)) say(line);
    const lacking = missing === 0 ? "none is missing between them" : `${String(missing)} are missing between them`;
    say(`kept ${String(kept)} entries of ${seconds.toFixed(1)} s in ${target}; ${lacking}`);
  } finally {
    await file.close();
  }
};

/** `entrain recover`: what is whole of a session file after a crash. */
export const createRecoverCommand = (): Command =>
  addUnlockOptions(new Command("recover"))
    .description("keep what is whole of a session file after a crash; the file itself stays as it is")
    .argument("<file>", "a session file")
    .option("--out <file>", "where to; default: NAME.recovered.mcap beside it")
    .action(run);
