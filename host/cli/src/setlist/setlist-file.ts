import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type ExerciseDocument, problemText, type SetlistDocument, setlistProblems, variantOf } from "@entrain/pacing";
import { CliError } from "../errors.ts";
import { parsed, readExerciseFile, textOf } from "../exercise/exercise-file.ts";
import { exercisesDir } from "../exercise/library.ts";

const ENDING = ".json";

/** A setlist with what it names, in order, each in the way that it says. */
export interface Setlist {
  readonly document: SetlistDocument;
  readonly exercises: readonly ExerciseDocument[];
}

const setlistsDir = (): string => join(dirname(exercisesDir()), "setlists");

/** Files that entries name, beside the list. What is none of them, or cannot be read, is a problem of its own. */
const filesOf = async (value: unknown, path: string): Promise<ReadonlyMap<string, ExerciseDocument>> => {
  const entries = (value as { readonly exercises?: unknown }).exercises;
  const named = (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
    const name = typeof entry === "object" && entry !== null && "exercise" in entry ? entry.exercise : undefined;
    return typeof name === "string" && name.endsWith(ENDING) ? [name] : [];
  });
  const files = new Map<string, ExerciseDocument>();
  for (const name of new Set(named)) files.set(name, await readExerciseFile(resolve(dirname(path), name)));
  return files;
};

/**
 * Takes what was read from a file as a setlist.
 *
 * @param library - exercises that can be named
 * @param variant - for entries that say none
 * @throws CliError `bad-file`, a line a problem
 */
export const setlistOf = async (
  value: unknown,
  path: string,
  library: readonly ExerciseDocument[],
  variant?: string,
): Promise<Setlist> => {
  const files = await filesOf(value, path);
  const exerciseOf = (name: string): ExerciseDocument | undefined =>
    files.get(name) ?? library.find((each) => each.name === name);
  const problems = setlistProblems(value, exerciseOf, variant);
  if (problems.length > 0)
    throw new CliError("bad-file", problems.map((problem) => `${path}: ${problemText(problem)}`).join("\nentrain: "));
  const document = value as SetlistDocument;
  const exercises = document.exercises.flatMap((entry) => {
    const found = exerciseOf(entry.exercise);
    return found === undefined ? [] : [variantOf(found, entry.variant ?? variant)];
  });
  return { document, exercises };
};

/** The shipped setlists. */
export const readSetlists = async (library: readonly ExerciseDocument[]): Promise<readonly Setlist[]> => {
  const dir = setlistsDir();
  const files = (await readdir(dir)).filter((file) => file.endsWith(ENDING)).sort();
  return Promise.all(files.map((file) => readSetlistFile(join(dir, file), library)));
};

/** @throws CliError `bad-file`, a line a problem */
export const readSetlistFile = async (
  path: string,
  library: readonly ExerciseDocument[],
  variant?: string,
): Promise<Setlist> => setlistOf(parsed(await textOf(path, "a setlist"), path), path, library, variant);

/** What is meant by a name or a file: whatever looks like a path is a file. @throws CliError */
export const findSetlist = async (
  library: readonly ExerciseDocument[],
  nameOrFile: string,
  variant?: string,
): Promise<Setlist> => {
  if (nameOrFile.endsWith(ENDING) || /[\\/]/.test(nameOrFile)) return readSetlistFile(nameOrFile, library, variant);
  const shipped = (await readdir(setlistsDir())).filter((file) => file.endsWith(ENDING)).sort();
  if (shipped.includes(`${nameOrFile}${ENDING}`))
    return readSetlistFile(join(setlistsDir(), `${nameOrFile}${ENDING}`), library, variant);
  const names = shipped.map((file) => file.slice(0, -ENDING.length)).join(", ");
  throw new CliError("usage", `expected a file or one of ${names} for --setlist, found "${nameOrFile}"`);
};
