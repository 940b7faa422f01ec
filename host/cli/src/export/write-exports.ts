import { randomUUID } from "node:crypto";
import { open, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExportFile } from "@entrain/recording";
import { CliError } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";
import { oneLine } from "../score/text.ts";

export interface WriteOpts {
  /** Write over what is there. */
  readonly force: boolean;
  readonly mode?: number;
}

interface Step {
  readonly file: ExportFile;
  readonly path: string;
  readonly part: string;
}

const found = (path: string): Promise<"nothing" | "file" | "other"> =>
  stat(path).then(
    (entry) => (entry.isFile() ? "file" : "other"),
    () => "nothing",
  );

const refuseToOverwrite = async (steps: readonly Step[], force: boolean): Promise<void> => {
  for (const { path } of steps) {
    const what = await found(path);
    if (what === "nothing" || (what === "file" && force)) continue;
    const advice = what === "file" ? "; --force writes over it" : "";
    throw new CliError("cannot-write", `expected no file yet, found one, at ${oneLine(path)}${advice}`);
  }
};

const writePart = async ({ file, part }: Step, mode: number | undefined): Promise<void> => {
  const handle = await open(part, "wx", mode ?? 0o644);
  try {
    for await (const bytes of file.bytes()) await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes the files of an export into a folder: all under other names first, then renamed, so that a failure leaves what
 * was there as it was. Bytes go from source to disk piece by piece.
 *
 * @throws CliError `cannot-write`, also where something is there already; whatever reading throws
 */
export const writeExports = async (dir: string, files: readonly ExportFile[], opts: WriteOpts): Promise<void> => {
  const steps = files.map((file): Step => {
    const path = join(dir, file.path);
    return { file, path, part: join(dirname(path), `.${randomUUID()}.part`) };
  });
  await refuseToOverwrite(steps, opts.force);
  // Folders that were not there before, to be taken away again.
  const made: string[] = [];
  try {
    for (const { part } of steps) made.push(...(await makeFolder(dirname(part))));
    for (const step of steps) await writePart(step, opts.mode);
    for (const { path, part } of steps) await rename(part, path);
  } catch (error) {
    await Promise.all(steps.map(({ part }) => rm(part, { force: true }).catch(() => undefined)));
    for (const path of made.sort((a, b) => b.length - a.length)) await rmdir(path).catch(() => undefined);
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new CliError(
      "cannot-write",
      `expected a folder that can be written, found ${oneLine(error.message)}, at ${oneLine(dir)}`,
    );
  }
};
