import { randomUUID } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";
import { oneLine } from "./text.ts";

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const READABLE = 0o666;
/** For whoever wrote the file, and nobody else. */
export const PRIVATE = 0o600;

/**
 * Writes files into a folder so that each is there whole or as it was before: all under other names first, then renamed.
 * The folder is made where there is none.
 *
 * @param mode - who may read them, before the system's mask; {@link PRIVATE} for what is about people
 * @throws CliError `cannot-write`; nothing that was begun is left behind
 */
export const writeTogether = async (
  dir: string,
  files: Readonly<Record<string, string>>,
  { mode = READABLE }: { readonly mode?: number } = {},
): Promise<void> => {
  const steps = Object.entries(files).map(([name, text]) => ({
    path: join(dir, name),
    part: join(dir, `.${name}.${randomUUID()}.part`),
    text,
  }));
  try {
    await makeFolder(dir);
    for (const { path } of steps) if (await isFolder(path)) throw new Error(`a folder named ${path}`);
    for (const { part, text } of steps) await writeFile(part, text, { flag: "wx", flush: true, mode });
    for (const { path, part } of steps) await rename(part, path);
  } catch (error) {
    await Promise.all(steps.map(({ part }) => rm(part, { force: true }).catch(() => undefined)));
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(
      "cannot-write",
      `expected a folder that can be written, found ${oneLine(why)}, at ${oneLine(dir)}`,
    );
  }
};
