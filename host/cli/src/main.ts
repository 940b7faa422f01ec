import { readFile } from "node:fs/promises";
import { BandError } from "@entrain/band";
import { PacingError } from "@entrain/pacing";
import { ServerError } from "@entrain/server";
import { SynchronyError } from "@entrain/synchrony";
import { CommanderError } from "commander";
import { CliError } from "./errors.ts";
import { createProgram } from "./program.ts";

const KNOWN = [CliError, BandError, PacingError, ServerError, SynchronyError] as const;

const version = async (): Promise<string> => {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

/** Runs the command line; whatever a person can mend ends in one line on stderr and exit code 1. */
export const main = async (argv: readonly string[]): Promise<void> => {
  try {
    await createProgram(await version()).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (KNOWN.some((known) => error instanceof known)) {
      process.stderr.write(`entrain: ${(error as Error).message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
};
