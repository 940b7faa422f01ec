import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { oneLine } from "../score/text.ts";
import { forgetPerson } from "./forget-person.ts";
import { forgetIndex, OUT_OF_REACH, removeFile, sessionFilesIn, tryOpen } from "./folder.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The file, and what was made of the same session beside it: recovered copies, layers of other settings. */
const filesOfSession = async (path: string, unlock: UnlockOptions): Promise<readonly string[]> => {
  const file = await tryOpen(path, unlock);
  if (typeof file === "string") return [path];
  const { sessionId } = file.session.config;
  await file.close();
  const found = [path];
  for (const name of await sessionFilesIn(dirname(path))) {
    const other = join(dirname(path), name);
    if (found.includes(other)) continue;
    const opened = await tryOpen(other, unlock);
    if (typeof opened === "string") continue;
    const { config } = opened.session;
    await opened.close();
    if (config.sessionId === sessionId || config.layerOf?.sessionId === sessionId) found.push(other);
  }
  return found;
};

const forgetSession = async (path: string, unlock: UnlockOptions): Promise<void> => {
  for (const file of await filesOfSession(path, unlock)) {
    await removeFile(file);
    say(`deleted ${oneLine(file)}`);
  }
  await forgetIndex(dirname(path));
};

interface ForgetOptions extends UnlockOptions {
  readonly person?: string;
}

const run = async (path: string, { person, ...unlock }: ForgetOptions): Promise<void> => {
  const found = await stat(path).catch((error: unknown) => {
    throw new CliError(
      "bad-file",
      `expected a session file or a folder, found ${(error as Error).message}, at ${oneLine(path)}`,
    );
  });
  if (found.isDirectory() !== (person !== undefined)) {
    throw new CliError("usage", "expected a session file alone, or a folder with --person NAME, found neither");
  }
  if (person === undefined) await forgetSession(path, unlock);
  else for (const line of await forgetPerson(path, person, unlock)) say(line);
  for (const line of OUT_OF_REACH) say(line);
};

/** `entrain forget`: a session, or a person in all sessions of a folder. */
export const createForgetCommand = (): Command =>
  addUnlockOptions(new Command("forget"))
    .description(
      "forget a session, or with --person somebody in all sessions of a folder; says what it could not reach",
    )
    .argument("<path>", "a session file, or a folder of sessions")
    .option("--person <name>", "a name or a pseudonym")
    .action(run);
