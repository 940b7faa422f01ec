import { exerciseProblems, type ExerciseDocument, problemText } from "@entrain/pacing";
import { CliError } from "../errors.ts";
import { readAtMost } from "../read-at-most.ts";

/** No exercise is as long as that; what is, is not read. */
const MOST_BYTES = 256 * 1024;

/**
 * @param what - is to be read, for messages
 * @throws CliError `bad-file`
 */
export const textOf = async (path: string, what = "an exercise"): Promise<string> => {
  const bytes = await readAtMost(path, MOST_BYTES).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? "an error";
    throw new CliError("bad-file", `expected ${what} that can be read, found ${code} at ${path}`);
  });
  if (bytes === undefined)
    throw new CliError("bad-file", `${path}: expected at most ${String(MOST_BYTES / 1024)} kB, found more`);
  return bytes.toString("utf8");
};

/** @throws CliError `bad-file` */
export const parsed = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message.replaceAll(/\s+/g, " ").slice(0, 120);
    throw new CliError("bad-file", `${path}: expected JSON, found ${why}`);
  }
};

/** Reads an exercise document. @throws CliError `bad-file`, a line a problem */
export const readExerciseFile = async (path: string): Promise<ExerciseDocument> =>
  exerciseOf(parsed(await textOf(path), path), path);

/** Takes what was read from a file as an exercise. @throws CliError `bad-file`, a line a problem */
export const exerciseOf = (value: unknown, path: string): ExerciseDocument => {
  const problems = exerciseProblems(value);
  if (problems.length > 0)
    throw new CliError("bad-file", problems.map((problem) => `${path}: ${problemText(problem)}`).join("\nentrain: "));
  return value as ExerciseDocument;
};
