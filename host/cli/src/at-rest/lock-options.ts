import type { Lock } from "@entrain/recording";
import type { Command } from "commander";
import { CliError } from "../errors.ts";
import { ask, canAsk } from "./ask.ts";
import { passphraseIn } from "./unlock-options.ts";

/** For whom a recording is encrypted. */
export interface LockOptions {
  readonly encryptTo?: readonly string[];
  readonly encryptPassphrase?: boolean;
  readonly encryptPassphraseFile?: string;
}

export const addLockOptions = (command: Command): Command =>
  command
    .option("--encrypt-to <key...>", "with --record: encrypt for these age public keys (age1…); see entrain key")
    .option("--encrypt-passphrase", "with --record: encrypt with a passphrase, asked for at the terminal")
    .option("--encrypt-passphrase-file <file>", "the same, from the first line of a file");

const askTwice = async (): Promise<string> => {
  if (!canAsk()) throw new CliError("usage", "expected a terminal to ask for a passphrase at, found none");
  const passphrase = await ask("Passphrase for the recording: ", { hidden: true });
  if (passphrase === "") throw new CliError("usage", "expected a passphrase, found an empty one");
  if ((await ask("Once more: ", { hidden: true })) === passphrase) return passphrase;
  throw new CliError("usage", "expected the same passphrase twice, found two");
};

/** @returns undefined where nothing is to be encrypted */
export const lockOf = async (options: LockOptions, records: boolean): Promise<Lock | undefined> => {
  const { encryptTo, encryptPassphrase = false, encryptPassphraseFile } = options;
  const ways = [encryptTo !== undefined, encryptPassphrase, encryptPassphraseFile !== undefined].filter(Boolean);
  if (ways.length === 0) return undefined;
  if (!records) throw new CliError("usage", "expected --record DIR beside a way to encrypt, found none");
  if (ways.length > 1) throw new CliError("usage", "expected one way to encrypt, found several");
  if (encryptTo !== undefined) return { recipients: encryptTo };
  return {
    passphrase: encryptPassphraseFile === undefined ? await askTwice() : await passphraseIn(encryptPassphraseFile),
  };
};
