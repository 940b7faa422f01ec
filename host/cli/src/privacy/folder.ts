import { readdir, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { type Change, RecordingError, rewriteSession } from "@entrain/recording";
import type { UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { openFile, type OpenedFile } from "../record/open-file.ts";
import { SEALED_ENDING, isSessionFile } from "../record/session-names.ts";
import { writeWhole } from "../record/write-whole.ts";
import { oneLine } from "../score/text.ts";

/** What `entrain sessions` remembers of a folder: it holds people's words, and is made anew without them. */
const INDEX_FILE = ".entrain-index.json";

/** What no command can reach, said whenever something was deleted. */
export const OUT_OF_REACH = [
  "Not reached: copies, backups and snapshots; exports and reports made earlier; what the disk keeps of deleted files.",
];

export const sessionFilesIn = async (dir: string): Promise<readonly string[]> => {
  const names = await readdir(dir).catch((error: unknown) => {
    throw new CliError(
      "bad-file",
      `expected a folder of sessions, found ${(error as Error).message}, at ${oneLine(dir)}`,
    );
  });
  return names.filter(isSessionFile).sort();
};

export const isSealedName = (name: string): boolean => name.endsWith(SEALED_ENDING);

export const forgetIndex = (dir: string): Promise<void> => rm(join(dir, INDEX_FILE), { force: true });

export const removeFile = async (path: string): Promise<void> => {
  try {
    await rm(path);
  } catch (error) {
    throw new CliError("cannot-write", `expected to delete a file, found ${(error as Error).message}, at ${path}`);
  }
};

/** Opens a file, or tells why it cannot be. */
export const tryOpen = async (path: string, unlock?: UnlockOptions): Promise<OpenedFile | string> => {
  try {
    return await openFile(path, unlock);
  } catch (error) {
    if (error instanceof RecordingError || error instanceof CliError) return oneLine(error.message);
    throw error;
  }
};

/** Writes a session over itself with less or more in it, entry by entry: whole, or as it was before. It gets no younger. */
export const rewriteInPlace = async (path: string, { source, lock }: OpenedFile, change: Change): Promise<number> => {
  const { atime, mtime } = await stat(path);
  const { leftOut } = await writeWhole(path, (sink) => rewriteSession(source, sink, change), { lock, over: true });
  await utimes(path, atime, mtime);
  return leftOut;
};
