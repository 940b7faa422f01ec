import { type ExerciseDocument, variantOf } from "@entrain/pacing";
import type { Command } from "commander";
import { CliError } from "../errors.ts";
import { laidOut, readExperimentFile } from "../experiment/experiment-file.ts";
import { findSetlist } from "../setlist/setlist-file.ts";
import { findExercise, readLibrary } from "./library.ts";

export interface ExerciseOptions {
  /** Names or files, one after the other, parted by commas. */
  readonly exercise?: string;
  /** A document that names them. */
  readonly setlist?: string;
  /** How all of them are done. */
  readonly variant?: string;
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
    .option("--setlist <name-or-file>", "a shipped setlist or a document that names exercises in order")
    .option("--variant <name>", "how they are done: seated, one-arm …")
    .option("--experiment <file>", "a document of an experiment; --seed gives the order of its trials");

const checkOne = ({ exercise, setlist, variant, experiment }: ExerciseOptions): void => {
  const given = Object.entries({ exercise, setlist, experiment }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`],
  );
  if (given.length > 1)
    throw new CliError("usage", `expected one of --exercise, --setlist and --experiment, found ${given.join(" and ")}`);
  if (variant !== undefined && exercise === undefined && setlist === undefined)
    throw new CliError("usage", `expected --exercise or --setlist beside --variant, found ${given[0] ?? "neither"}`);
};

/** In front of the shipped ones, of which it may take the place. */
const begunWith = (asked: readonly ExerciseDocument[], library: readonly ExerciseDocument[]): Repertoire => ({
  exercises: [...asked, ...library.filter(({ name }) => !asked.some((each) => each.name === name))],
  setlist: asked.map(({ name }) => name),
});

/** Reads the shipped exercises and those asked for; of an experiment the trials. @throws CliError where one of them is none */
export const repertoireOf = async (opts: ExerciseOptions, seed: number): Promise<Repertoire> => {
  checkOne(opts);
  const { exercise, setlist, variant, experiment } = opts;
  const library = await readLibrary();
  if (experiment !== undefined)
    return begunWith([laidOut(await readExperimentFile(experiment, library), seed, library)], library);
  if (setlist !== undefined) return begunWith((await findSetlist(library, setlist, variant)).exercises, library);
  const names = exercise?.split(",") ?? [];
  const asked = await Promise.all(
    names.map(async (text) => variantOf(await findExercise(library, text.trim()), variant)),
  );
  return begunWith(asked, library);
};
