import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ExerciseDocument } from "@entrain/pacing";
import { CliError } from "../errors.ts";
import { readExerciseFile } from "./exercise-file.ts";
import { ownExercisesDir, readOwnExercises } from "./own-exercises.ts";

const require = createRequire(import.meta.url);
const ENDING = ".json";

/** Where the shipped exercises are. */
export const exercisesDir = (): string =>
  join(dirname(require.resolve("@entrain/pacing/exercise.schema.json")), "exercises");

/** The shipped exercises, by name. */
export const readShipped = async (): Promise<readonly ExerciseDocument[]> => {
  const dir = exercisesDir();
  const files = (await readdir(dir)).filter((file) => file.endsWith(ENDING)).sort();
  return Promise.all(files.map((file) => readExerciseFile(join(dir, file))));
};

/** A file of the user's that is no exercise keeps nobody from the others. */
export const warned = (line: string): void => {
  process.stderr.write(`entrain: ${line}\n`);
};

/** The shipped exercises, then the user's own. */
export const readLibrary = async (): Promise<readonly ExerciseDocument[]> => {
  const shipped = await readShipped();
  const own = await readOwnExercises(ownExercisesDir(), warned);
  return [...shipped, ...own.filter(({ name }) => !shipped.some((each) => each.name === name))];
};

/** What is meant by a name or a file: whatever looks like a path is a file. @throws CliError */
export const findExercise = async (
  library: readonly ExerciseDocument[],
  nameOrFile: string,
): Promise<ExerciseDocument> => {
  const known = library.find(({ name }) => name === nameOrFile);
  if (known !== undefined) return known;
  if (nameOrFile.endsWith(ENDING) || /[\\/]/.test(nameOrFile)) return readExerciseFile(nameOrFile);
  const names = library.map(({ name }) => name).join(", ");
  throw new CliError("usage", `expected a file or one of ${names}, found "${nameOrFile}"`);
};
