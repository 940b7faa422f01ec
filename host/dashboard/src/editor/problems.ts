import type { Problem } from "@entrain/pacing";

/** What is wrong at one place of the document, or below it where no field of the form is nearer. */
export const problemsAt = (problems: readonly Problem[], pointer: string): readonly Problem[] =>
  problems.filter(({ path }) => path === pointer);

export const problemsUnder = (problems: readonly Problem[], pointer: string): readonly Problem[] =>
  problems.filter(({ path }) => path === pointer || path.startsWith(`${pointer}/`));

/** The step that a problem is in, from 0; undefined where it is in none. */
export const stepOfProblem = ({ path }: Problem): number | undefined => {
  const [, step] = /^\/steps\/(\d+)(?:\/|$)/.exec(path) ?? [];
  return step === undefined ? undefined : Number(step);
};
