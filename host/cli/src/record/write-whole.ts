import { randomUUID } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FileSink } from "@entrain/recording/node";
import { CliError } from "../errors.ts";

/**
 * Writes a new file that is there whole or not at all. What is there already stays as it is.
 *
 * @throws CliError `cannot-write` where there is something of this name; whatever `write` throws
 */
export const writeWhole = async <T>(path: string, write: (sink: FileSink) => Promise<T>): Promise<T> => {
  if (existsSync(path)) throw new CliError("cannot-write", `expected no file yet, found one, at ${path}`);
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  const sink = new FileSink(part);
  try {
    const result = await write(sink);
    sink.close();
    renameSync(part, path);
    return result;
  } catch (error) {
    sink.close();
    rmSync(part, { force: true });
    throw error;
  }
};
