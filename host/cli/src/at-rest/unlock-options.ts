import { readFile } from "node:fs/promises";
import type { Unlock } from "@entrain/recording";
import type { Command } from "commander";
import { CliError } from "../errors.ts";
import { oneLine } from "../score/text.ts";
import { ask, canAsk } from "./ask.ts";

/** How an encrypted file is opened. */
export interface UnlockOptions {
  readonly identity?: readonly string[];
  readonly passphraseFile?: string;
}

export const addUnlockOptions = (command: Command): Command =>
  command
    .option("--identity <file...>", "of an encrypted file: a file with an age secret key")
    .option("--passphrase-file <file>", "of an encrypted file: a file whose first line is the passphrase");

const readText = async (path: string, what: string): Promise<string> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CliError("bad-file", `expected ${what}, found ${(error as Error).message}, at ${oneLine(path)}`);
  }
};

/** The secret keys of a file as age-keygen writes it. @throws CliError `bad-file` */
const identitiesIn = async (path: string): Promise<readonly string[]> => {
  const keys = (await readText(path, "a file with an age secret key"))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("AGE-SECRET-KEY-"));
  if (keys.length > 0) return keys;
  throw new CliError("bad-file", `expected a line that begins with AGE-SECRET-KEY-, found none, at ${oneLine(path)}`);
};

/** @throws CliError `bad-file` */
export const passphraseIn = async (path: string): Promise<string> => {
  const [line = ""] = (await readText(path, "a file with a passphrase")).split(/\r?\n/);
  if (line !== "") return line;
  throw new CliError("bad-file", `expected a passphrase in the first line, found none, at ${oneLine(path)}`);
};

/** What opens an encrypted file. Nothing given and somebody there: they are asked. */
export const unlockOf = async ({ identity = [], passphraseFile }: UnlockOptions, path: string): Promise<Unlock> => {
  const identities = (await Promise.all(identity.map(identitiesIn))).flat();
  if (passphraseFile !== undefined) return { identities, passphrases: [await passphraseIn(passphraseFile)] };
  if (identities.length > 0) return { identities };
  if (!canAsk()) {
    throw new CliError(
      "usage",
      `expected --identity FILE or --passphrase-file FILE for an encrypted file, found neither, for ${oneLine(path)}`,
    );
  }
  return { passphrases: [await ask(`Passphrase of ${oneLine(path)}: `, { hidden: true })] };
};
