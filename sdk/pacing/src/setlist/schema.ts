import { key, list, object, text, TITLE, WORDS } from "../exercise/check/schema.ts";
import type { Schema } from "../exercise/check/schema-type.ts";

const MOST_EXERCISES = 50;
const LONGEST_PATH = 200;

/** What a document of a setlist is. `setlist.schema.json` is this, for editors and other programs. */
export const SETLIST_SCHEMA: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Entrain setlist",
  description: "Exercises that follow each other",
  ...object(
    {
      $schema: { type: "string", maxLength: LONGEST_PATH },
      format: { const: 1 },
      name: key,
      title: text(TITLE),
      purpose: text(WORDS),
      exercises: list(
        object(
          {
            exercise: text(LONGEST_PATH, "a shipped exercise by name, or a document beside the list, as my-walk.json"),
            variant: { ...key, description: "how it is done, as the exercise names it: seated" },
          },
          ["variant"],
        ),
        1,
        MOST_EXERCISES,
      ),
    },
    ["$schema"],
  ),
};
