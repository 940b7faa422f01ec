import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { CliError } from "../errors.ts";
import { PRIVATE, writeTogether } from "../score/write-together.ts";

const isAbsent = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** More than that is no document of ours. */
const MOST_CHARACTERS = 1_000_000;

/** What a document says, not yet known to be anything; undefined where there is none. @throws CliError `bad-file` */
export const readJson = async (path: string): Promise<unknown> => {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw new CliError("bad-file", `expected a document, found ${(error as Error).message}, at ${path}`);
  });
  if (text === undefined) return undefined;
  if (text.length > MOST_CHARACTERS)
    throw new CliError("bad-file", `expected a document, found ${String(text.length)} characters, at ${path}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CliError("bad-file", `expected JSON, found something else, at ${path}`);
  }
};

/** Writes it whole, or leaves it as it was, for nobody else on this machine to read. @throws CliError `cannot-write` */
export const writeJson = (path: string, value: unknown): Promise<void> =>
  writeTogether(dirname(path), { [basename(path)]: `${JSON.stringify(value, null, 2)}\n` }, { mode: PRIVATE });
