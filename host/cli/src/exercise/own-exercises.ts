import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ExerciseDocument } from "@entrain/pacing";
import { CliError } from "../errors.ts";
import { writeTogether } from "../score/write-together.ts";
import { ownFolder } from "../venue/own-folder.ts";
import { readExerciseFile } from "./exercise-file.ts";

const ENDING = ".json";
/** More than that nobody wrote; a folder that holds more is another one. */
const MOST = 500;

/** Where the exercises are that the user of this computer wrote. */
export const ownExercisesDir = (): string => join(ownFolder(), "exercises");

/**
 * The user's own exercises, by name.
 *
 * @param warn - told of a file that is none, or bears another name than its exercise; the others are there all the same
 */
export const readOwnExercises = async (
  dir: string,
  warn: (line: string) => void,
): Promise<readonly ExerciseDocument[]> => {
  const files = (await readdir(dir).catch(() => [])).filter((file) => file.endsWith(ENDING)).sort();
  const read = await Promise.all(
    files.slice(0, MOST).map(async (file) => {
      const path = join(dir, file);
      try {
        const document = await readExerciseFile(path);
        if (document.name + ENDING === file) return document;
        throw new CliError(
          "bad-file",
          `expected the exercise ${file.slice(0, -ENDING.length)}, found ${document.name}, at ${path}`,
        );
      } catch (error) {
        warn(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    }),
  );
  return read.filter((document) => document !== undefined);
};

/** Writes it whole or leaves what was there; its name, which is checked, names the file. @throws CliError `cannot-write` */
export const writeOwnExercise = async (dir: string, document: ExerciseDocument): Promise<void> => {
  await mkdir(dir, { recursive: true }).catch(() => undefined);
  await writeTogether(dir, { [document.name + ENDING]: `${JSON.stringify(document, null, 2)}\n` });
};
