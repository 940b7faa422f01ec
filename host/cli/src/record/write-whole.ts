import { randomUUID } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ByteSink, createSealingSink, type Lock } from "@entrain/recording";
import { FileSink } from "@entrain/recording/node";
import { CliError } from "../errors.ts";

export interface WholeOpts {
  /** For whom the file is encrypted; in the clear where undefined. */
  readonly lock?: Lock | undefined;
  /** Takes the place of the file that is there. */
  readonly over?: boolean;
}

/** Writes through a sink that it ends, and resolves once everything is on disk. */
const written = async <T>(
  file: FileSink,
  lock: Lock | undefined,
  write: (sink: ByteSink) => Promise<T>,
): Promise<T> => {
  if (lock === undefined) return write(file);
  const sealing = await createSealingSink(file, lock);
  const result = await write(sealing);
  sealing.close();
  await sealing.settled();
  return result;
};

/**
 * Writes a file that is there whole or not at all; what was there before stays as it was until then.
 *
 * @throws CliError `cannot-write` where there is something of this name, but for `over`; whatever `write` throws
 */
export const writeWhole = async <T>(
  path: string,
  write: (sink: ByteSink) => Promise<T>,
  { lock, over = false }: WholeOpts = {},
): Promise<T> => {
  if (!over && existsSync(path)) throw new CliError("cannot-write", `expected no file yet, found one, at ${path}`);
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  const file = new FileSink(part);
  try {
    const result = await written(file, lock, write);
    file.close();
    renameSync(part, path);
    return result;
  } catch (error) {
    file.close();
    rmSync(part, { force: true });
    throw error;
  }
};
