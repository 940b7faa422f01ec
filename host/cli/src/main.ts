import { BandError } from "@entrain/band";
import { OutletError } from "@entrain/outlets";
import { PacingError } from "@entrain/pacing";
import { RecordingError } from "@entrain/recording";
import { ServerError } from "@entrain/server";
import { SynchronyError } from "@entrain/synchrony";
import { CommanderError } from "commander";
import { CliError } from "./errors.ts";
import { createProgram } from "./program.ts";
import { ownVersion } from "./version.ts";

const KNOWN = [CliError, BandError, OutletError, PacingError, RecordingError, ServerError, SynchronyError] as const;

/** Runs the command line; whatever a person can mend ends in one line on stderr and exit code 1. */
export const main = async (argv: readonly string[]): Promise<void> => {
  try {
    await createProgram(await ownVersion()).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (KNOWN.some((known) => error instanceof known)) {
      process.stderr.write(`entrain: ${(error as Error).message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
};
