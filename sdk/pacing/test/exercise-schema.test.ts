import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemaProblems } from "../src/exercise/check/schema-problems.ts";
import { EXERCISE_SCHEMA } from "../src/index.ts";
import { mutated } from "./shipped.ts";

describe("the schema is one", () => {
  const validate = new Ajv().compile(EXERCISE_SCHEMA);

  test("a validator that shares no code with ours agrees on shipped documents, changed at random", () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(mutated, (value) => {
        const isValid = validate(value) === true;
        seen[isValid ? "valid" : "invalid"]++;
        expect(schemaProblems(value, EXERCISE_SCHEMA).length === 0).toBe(isValid);
      }),
      { seed: 31, numRuns: 1_000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(100);
  }, 60_000);

  test.each(["../exercise.schema.json", "../../../docs/exercise.schema.json"])("%s is the schema", (file) => {
    expect(JSON.parse(readFileSync(resolve(import.meta.dirname, file), "utf8"))).toEqual(EXERCISE_SCHEMA);
  });
});
