import type { ExerciseDocument } from "@entrain/pacing";
import type { Command } from "commander";
import { CliError } from "../errors.ts";
import { laidOut, readExperimentFile } from "../experiment/experiment-file.ts";
import { findExercise, readLibrary } from "./library.ts";

export interface ExerciseOptions {
  /** Names or files, one after the other, parted by commas. */
  readonly exercise?: string;
  /** A document of an experiment. */
  readonly experiment?: string;
}

/** What a session can be asked for, and what it begins with. */
export interface Repertoire {
  readonly exercises: readonly ExerciseDocument[];
  /** Names, in order. */
  readonly setlist: readonly string[];
}

export const addExerciseOption = (command: Command): Command =>
  command
    .option("--exercise <names>", "a shipped exercise or a document; several, parted by commas, follow each other")
    .option("--experiment <file>", "a document of an experiment; --seed gives the order of its trials");

/** Reads the shipped exercises and those asked for; of an experiment the trials. @throws CliError where one of them is none */
export const repertoireOf = async ({ exercise, experiment }: ExerciseOptions, seed: number): Promise<Repertoire> => {
  const library = await readLibrary();
  if (experiment !== undefined) {
    if (exercise !== undefined) throw new CliError("usage", "expected --exercise or --experiment, found both");
    const trials = laidOut(await readExperimentFile(experiment, library), seed, library);
    return { exercises: [trials, ...library.filter(({ name }) => name !== trials.name)], setlist: [trials.name] };
  }
  const asked = await Promise.all((exercise?.split(",") ?? []).map((text) => findExercise(library, text.trim())));
  const others = library.filter(({ name }) => !asked.some((each) => each.name === name));
  return { exercises: [...asked, ...others], setlist: asked.map(({ name }) => name) };
};
