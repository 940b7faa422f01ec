import { open } from "node:fs/promises";
import { exerciseProblems, type ExerciseDocument, problemText } from "@entrain/pacing";
import { CliError } from "../errors.ts";

/** No exercise is as long as that; what is, is not read. */
const MOST_BYTES = 256 * 1024;

/**
 * @param what - is to be read, for messages
 * @throws CliError `bad-file`
 */
export const textOf = async (path: string, what = "an exercise"): Promise<string> => {
  let file;
  try {
    file = await open(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "an error";
    throw new CliError("bad-file", `expected ${what} that can be read, found ${code} at ${path}`);
  }
  try {
    const buffer = Buffer.alloc(MOST_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      ({ bytesRead: read } = await file.read(buffer, length, buffer.length - length));
    if (length > MOST_BYTES)
      throw new CliError("bad-file", `${path}: expected at most ${String(MOST_BYTES / 1024)} kB, found more`);
    return buffer.toString("utf8", 0, length);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "an error";
    throw new CliError("bad-file", `expected ${what} that can be read, found ${code} at ${path}`);
  } finally {
    await file.close();
  }
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
export const readExerciseFile = async (path: string): Promise<ExerciseDocument> => {
  const value = parsed(await textOf(path), path);
  const problems = exerciseProblems(value);
  if (problems.length > 0)
    throw new CliError("bad-file", problems.map((problem) => `${path}: ${problemText(problem)}`).join("\nentrain: "));
  return value as ExerciseDocument;
};
