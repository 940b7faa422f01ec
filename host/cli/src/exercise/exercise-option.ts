import type { ExerciseDocument } from "@entrain/pacing";
import type { Command } from "commander";
import { findExercise, readLibrary } from "./library.ts";

export interface ExerciseOptions {
  /** Names or files, one after the other, parted by commas. */
  readonly exercise?: string;
}

/** What a session can be asked for, and what it begins with. */
export interface Repertoire {
  readonly exercises: readonly ExerciseDocument[];
  /** Names, in order. */
  readonly setlist: readonly string[];
}

export const addExerciseOption = (command: Command): Command =>
  command.option(
    "--exercise <names>",
    "a shipped exercise or a document; several, parted by commas, follow each other",
  );

/** Reads the shipped exercises and those asked for. @throws CliError where one of them is none */
export const repertoireOf = async ({ exercise }: ExerciseOptions): Promise<Repertoire> => {
  const library = await readLibrary();
  const asked = await Promise.all((exercise?.split(",") ?? []).map((text) => findExercise(library, text.trim())));
  const others = library.filter(({ name }) => !asked.some((each) => each.name === name));
  return { exercises: [...asked, ...others], setlist: asked.map(({ name }) => name) };
};
