import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemaProblems } from "../src/exercise/check/schema-problems.ts";
import { EXERCISE_SCHEMA, EXPERIMENT_SCHEMA, SETLIST_SCHEMA } from "../src/index.ts";
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
});

const ROOM = resolve(import.meta.dirname, "..");
const read = (file: string): unknown => JSON.parse(readFileSync(resolve(ROOM, file), "utf8"));

describe.each([
  ["exercise", EXERCISE_SCHEMA],
  ["experiment", EXPERIMENT_SCHEMA],
  ["setlist", SETLIST_SCHEMA],
] as const)("%s.schema.json", (name, schema) => {
  test("is the definition, as it is printed", () => {
    expect(read(`${name}.schema.json`)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test("is what the shipped documents name, and a validator that shares no code with ours finds them right", () => {
    const validate = new Ajv().compile(schema);
    for (const file of readdirSync(resolve(ROOM, `${name}s`))) {
      const document = read(`${name}s/${file}`) as { readonly $schema?: string };
      expect(document.$schema, file).toBe(`../${name}.schema.json`);
      expect(validate(document), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });
});
