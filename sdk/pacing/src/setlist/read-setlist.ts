import { PacingError } from "../errors.ts";
import { type Problem, schemaProblems } from "../exercise/check/schema-problems.ts";
import type { ExerciseDocument } from "../exercise/document.ts";
import { variantOf } from "../exercise/variant.ts";
import type { SetlistDocument } from "./document.ts";
import { SETLIST_SCHEMA } from "./schema.ts";

/** Whether parsed JSON means to be a setlist; whether it is one, `setlistProblems` says. */
export const looksLikeSetlist = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "exercises" in value && !("steps" in value);

/**
 * Everything that is wrong with what should be a setlist.
 *
 * @param exerciseOf - what an entry names; undefined where there is nothing
 * @param otherwise - the variant of entries that say none
 */
export const setlistProblems = (
  value: unknown,
  exerciseOf: (exercise: string) => ExerciseDocument | undefined,
  otherwise?: string,
): readonly Problem[] => {
  const problems = schemaProblems(value, SETLIST_SCHEMA);
  if (problems.length > 0) return problems;
  return (value as SetlistDocument).exercises.flatMap(({ exercise, variant = otherwise }, i): Problem[] => {
    const path = `/exercises/${String(i)}`;
    const document = exerciseOf(exercise);
    if (document === undefined)
      return [
        { path: `${path}/exercise`, expected: "a shipped exercise or a document beside the list", found: exercise },
      ];
    try {
      variantOf(document, variant);
    } catch (error) {
      if (!(error instanceof PacingError)) throw error;
      const known = (document.variants ?? []).map(({ name }) => name).join(", ");
      const expected = `a variant of ${document.name} (${known === "" ? "it has none" : known})`;
      return [{ path: `${path}/variant`, expected, found: variant ?? "" }];
    }
    return [];
  });
};
