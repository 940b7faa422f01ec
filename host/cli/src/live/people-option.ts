import { NO_SETTINGS, type PeopleDocument, peopleProblems, type PersonSettings, problemText } from "@entrain/pacing";
import type { Command } from "commander";
import { CliError } from "../errors.ts";
import { parsed, textOf } from "../exercise/exercise-file.ts";

export interface PeopleOptions {
  readonly people?: string;
}

export const addPeopleOption = (command: Command): Command =>
  command.option("--people <file>", "what each person wants: strength, simpler patterns, half-time … (JSON, by name)");

const NOBODY: PeopleDocument = { format: "entrain-people", people: {} };

/** Reads the file of people, where there is one. @throws CliError `bad-file`, a line a problem */
export const readPeople = async ({ people: path }: PeopleOptions): Promise<PeopleDocument> => {
  if (path === undefined) return NOBODY;
  const value = parsed(await textOf(path, "a file of people"), path);
  const problems = peopleProblems(value);
  if (problems.length > 0)
    throw new CliError("bad-file", problems.map((problem) => `${path}: ${problemText(problem)}`).join("\nentrain: "));
  return value as PeopleDocument;
};

/** What each wearer wants, found by name, else by pseudonym. */
export const settingsOfPeople = (
  document: PeopleDocument,
  names: readonly string[],
  pseudonyms: readonly string[],
): readonly PersonSettings[] => {
  const people = new Map(Object.entries(document.people));
  return names.map((name, member) => people.get(name) ?? people.get(pseudonyms[member] ?? "") ?? NO_SETTINGS);
};
