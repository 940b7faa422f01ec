import {
  type ExerciseDocument,
  type ExperimentDocument,
  experimentProblems,
  layExperiment,
  problemText,
} from "@entrain/pacing";
import { mulberry32 } from "@entrain/synchrony";
import { CliError } from "../errors.ts";
import { parsed, textOf } from "../exercise/exercise-file.ts";

/** Reads an experiment document. @throws CliError `bad-file`, a line a problem */
export const readExperimentFile = async (
  path: string,
  library: readonly ExerciseDocument[],
): Promise<ExperimentDocument> => {
  const value = parsed(await textOf(path, "an experiment"), path);
  const problems = experimentProblems(value, (name) => library.find((each) => each.name === name));
  if (problems.length > 0)
    throw new CliError("bad-file", problems.map((problem) => `${path}: ${problemText(problem)}`).join("\nentrain: "));
  return value as ExperimentDocument;
};

/** Its trials in the order that a seed gives. */
export const laidOut = (
  document: ExperimentDocument,
  seed: number,
  library: readonly ExerciseDocument[],
): ExerciseDocument => {
  const exerciseOf = (name: string): ExerciseDocument | undefined => library.find((each) => each.name === name);
  return layExperiment({ document, seed, random: mulberry32(seed), exerciseOf });
};
