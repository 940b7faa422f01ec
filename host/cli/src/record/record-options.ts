import type { Command } from "commander";
import { addLockOptions, type LockOptions } from "../at-rest/lock-options.ts";

export interface RecordOptions extends LockOptions {
  readonly record?: string;
  readonly title?: string;
  readonly theme?: string;
  /** What is done, in words. */
  readonly activity?: string;
  readonly classroom?: boolean;
}

/** Adds what says whether, where and as what a session is recorded. Nothing is recorded unless it is asked for. */
export const addRecordOptions = (command: Command): Command =>
  addLockOptions(
    command
      .option("--record <dir>", "keep the session as a file in this folder")
      .option("--title <text>", "what the session is called")
      .option("--theme <text>", "what it is about; sessions are found by it")
      .option(
        "--activity <text>",
        "what is done in it, where it is no --exercise; coming back to it shows in the spiral",
      )
      .option("--classroom", "with --record: no names, no raw motion, and 24 hours as the folder's policy"),
  );
