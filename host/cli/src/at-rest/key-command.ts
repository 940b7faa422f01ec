import { newKeyPair } from "@entrain/recording";
import { Command } from "commander";
import { writeExports } from "../export/write-exports.ts";
import { textFile } from "@entrain/recording";
import { basename, dirname } from "node:path";

const run = async (path: string): Promise<void> => {
  const { identity, recipient } = await newKeyPair();
  const file = textFile(basename(path), () => [`# public key: ${recipient}`, identity]);
  await writeExports(dirname(path), [file], { force: false, mode: 0o600 });
  process.stdout.write(`${recipient}\n`);
};

/** `entrain key`: a key pair of the kind that the age programs use. */
export const createKeyCommand = (): Command =>
  new Command("key")
    .description("make a key to encrypt recordings for: the secret one in a new FILE, the public one printed")
    .argument("<file>", "a new file for the secret key; keep it away from the recordings")
    .action(run);
