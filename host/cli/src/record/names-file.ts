import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type NameList, NAMES_FILE, NO_NAMES, parseNames } from "@entrain/recording";
import { CliError } from "../errors.ts";
import { PRIVATE, writeTogether } from "../score/write-together.ts";

const isAbsent = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The names that belong to a folder's files; none where there is no list. @throws CliError `bad-file` */
export const readNames = async (dir: string): Promise<NameList> => {
  const path = join(dir, NAMES_FILE);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw new CliError("bad-file", `expected a list of names, found ${(error as Error).message}, at ${path}`);
  });
  if (text === undefined) return NO_NAMES;
  const list = parseNames(text);
  if (list === undefined) throw new CliError("bad-file", `expected a list of names, found something else, at ${path}`);
  return list;
};

/** Writes the list whole, or leaves it as it was; nobody else on the machine can read it. */
export const writeNames = (dir: string, list: NameList): Promise<void> =>
  writeTogether(dir, { [NAMES_FILE]: `${JSON.stringify(list, null, 2)}\n` }, { mode: PRIVATE });
