import { stat } from "node:fs/promises";
import { join } from "node:path";
import { NAMES_FILE } from "@entrain/recording";
import { Command } from "commander";
import { readNames } from "../record/names-file.ts";
import { oneLine } from "../score/text.ts";
import { OUT_OF_REACH, removeFile } from "./folder.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = async (dir: string, { destroy }: { readonly destroy: boolean }): Promise<void> => {
  const path = join(dir, NAMES_FILE);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    say(`no list of names in ${oneLine(dir)}`);
    return;
  }
  if (destroy) {
    await removeFile(path);
    say("deleted the list of names; the sessions remain under pseudonyms");
    for (const line of OUT_OF_REACH) say(line);
    return;
  }
  for (const [pseudonym, name] of Object.entries((await readNames(dir)).people)) say(`${pseudonym}  ${oneLine(name)}`);
};

/** `entrain names`: who is behind the pseudonyms of a folder. */
export const createNamesCommand = (): Command =>
  new Command("names")
    .description("who is behind the pseudonyms of a folder's sessions")
    .argument("<dir>", "a folder of sessions")
    .option("--destroy", "delete the list alone: the sessions remain, and nobody can be named", false)
    .action(run);
