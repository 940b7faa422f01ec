import type { ExerciseDocument } from "../document.ts";
import { EXERCISE_SCHEMA } from "./schema.ts";
import { type Problem, schemaProblems, shown } from "./schema-problems.ts";
import { stepProblems } from "./step-problems.ts";
import { variantProblems } from "./variant-problems.ts";

/** A document that is no exercise, with everything that is wrong with it. */
export class ExerciseError extends Error {
  override readonly name = "ExerciseError";
  readonly code = "not-an-exercise";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.problems = problems;
  }
}

/** `/steps/2/tempo/bpm: expected a number from 4 to 240, found 300` */
export const problemText = ({ path, expected, found }: Problem): string =>
  `${path === "" ? "/" : path}: expected ${expected}, found ${found}`;

const peopleProblems = ({ people, steps }: ExerciseDocument): readonly Problem[] => {
  if (people === undefined) return [];
  const { least, most } = people;
  const needsTwo = steps.some(({ roles }) => roles.some(({ who }) => who.startsWith("pair-")));
  if (least > most) return [{ path: "/people/most", expected: `at least ${String(least)}`, found: shown(most) }];
  return needsTwo && least < 2
    ? [{ path: "/people/least", expected: "2 or more where there are pairs", found: shown(least) }]
    : [];
};

/** Everything that is wrong with what should be an exercise document; none: it is one, and all of it is safe. */
export const exerciseProblems = (value: unknown): readonly Problem[] => {
  const problems = schemaProblems(value, EXERCISE_SCHEMA);
  if (problems.length > 0) return problems;
  const document = value as ExerciseDocument;
  const own = [...peopleProblems(document), ...stepProblems(document)];
  return own.length > 0 ? own : variantProblems(document);
};

/**
 * Takes parsed JSON as an exercise document.
 *
 * @throws ExerciseError with every problem: where (JSON pointer), what was expected, what was found
 */
export const readExercise = (value: unknown): ExerciseDocument => {
  const problems = exerciseProblems(value);
  if (problems.length > 0) throw new ExerciseError(problems);
  return value as ExerciseDocument;
};
