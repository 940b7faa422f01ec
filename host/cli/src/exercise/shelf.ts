import { type ExerciseDocument, exerciseProblems, problemText } from "@entrain/pacing";
import { loadEnglishLexicon, markEnglish } from "@entrain/scansion";
import type { ExerciseShelf } from "@entrain/session";
import { CliError } from "../errors.ts";
import { readShipped, warned } from "./library.ts";
import { ownExercisesDir, readOwnExercises, writeOwnExercise } from "./own-exercises.ts";

/** Exercises that are kept on this computer. */
export interface OpenShelf extends ExerciseShelf {
  /** All of them, the same list for as long as the program runs: what is saved is in it at once. */
  readonly exercises: readonly ExerciseDocument[];
}

export interface ShelfOpts {
  readonly dir?: string;
  /** Told of a file that is no exercise. */
  readonly warn?: (line: string) => void;
  /** What a session is given beside the shelf: what is saved is put there, too. */
  readonly into?: ExerciseDocument[];
}

const place = (list: ExerciseDocument[], document: ExerciseDocument): void => {
  const at = list.findIndex(({ name }) => name === document.name);
  if (at < 0) list.push(document);
  else list[at] = document;
};

export const openShelf = async ({
  dir = ownExercisesDir(),
  warn = warned,
  into,
}: ShelfOpts = {}): Promise<OpenShelf> => {
  const shipped = await readShipped();
  const isShipped = (name: string): boolean => shipped.some((each) => each.name === name);
  const own = (await readOwnExercises(dir, warn)).filter(({ name }) => !isShipped(name));
  const exercises: ExerciseDocument[] = [...shipped, ...own];
  return {
    exercises,
    list: () => exercises.map((document) => ({ document, own: !isShipped(document.name) })),
    save: async (value) => {
      const [problem] = exerciseProblems(value);
      if (problem !== undefined) throw new CliError("bad-file", problemText(problem));
      const document = value as ExerciseDocument;
      if (isShipped(document.name))
        throw new CliError("usage", `expected a name that no shipped exercise has, found "${document.name}"`);
      await writeOwnExercise(dir, document);
      for (const list of [exercises, into]) if (list !== undefined) place(list, document);
    },
    mark: async (text) => markEnglish(text, await loadEnglishLexicon()),
  };
};
