import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { EXERCISE_SCHEMA, exerciseProblems, problemText, readExercise } from "../src/index.ts";
import { FILES, mutated, parse } from "./shipped.ts";
import { schemaProblems } from "../src/exercise/check/schema-problems.ts";

vi.setConfig({ testTimeout: 30_000 });

const STEP = {
  title: "Steady",
  lasts: { bars: 8 },
  tempo: { source: "fixed", bpm: 90 },
  roles: [{ who: "everyone", plays: "pattern" }],
  score: "with-the-pulse",
};
const PLAIN = {
  format: 1,
  name: "plain",
  title: "Plain",
  purpose: "A beat.",
  suitability: ["For anybody."],
  steps: [STEP],
  ending: { fadeSeconds: 5 },
};
const withStep = (change: object): object => ({ ...PLAIN, steps: [{ ...STEP, ...change }] });
const lines = (value: unknown): readonly string[] => exerciseProblems(value).map(problemText);

/** JSON pointer, RFC 6901, resolved: only places that are there, or whose parent is. */
const isPlace = (value: unknown, pointer: string): boolean => {
  const keys = pointer.split("/").slice(1, -1);
  let at: unknown = value;
  for (const key of keys) {
    if (typeof at !== "object" || at === null) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return pointer === "" || (typeof at === "object" && at !== null);
};

test.each([
  ["attune", {}],
  ["lead", { targetBpm: 60 }],
  ["partner", { correctionShare: 0.5 }],
])("a step that takes its tempo from readings (%s), and in which nobody is read, says so", (source, more) => {
  const value = withStep({ score: "none", tempo: { source, bpm: 90, ...more } });
  expect(exerciseProblems(value).map(problemText)).toEqual([
    `/steps/0/score: expected "with-the-pulse" or "with-each-other" where the tempo is "${source}", found none`,
  ]);
});

describe("what is no exercise is refused, by place, expectation and what was found", () => {
  test.each([
    ["a number", 7, "/: expected an object, found 7"],
    ["null", null, "/: expected an object, found null"],
    ["a list", [], "/: expected an object, found a list of 0"],
    ["an unknown property", { ...PLAIN, steeps: [] }, "/steeps: expected one of"],
    ["a prototype", JSON.parse('{"__proto__": {"format": 1}}'), "/__proto__: expected one of"],
    ["no steps", { ...PLAIN, steps: [] }, "/steps: expected a list of 1 to 60, found a list of 0"],
    [
      "a tempo too fast",
      withStep({ tempo: { source: "fixed", bpm: 300 } }),
      "/steps/0/tempo/bpm: expected a number from 4 to 240, found 300",
    ],
    [
      "a tempo beyond numbers",
      withStep({ tempo: { source: "fixed", bpm: JSON.parse("1e999") as number } }),
      "/steps/0/tempo/bpm: expected a number from 4 to 240, found Infinity",
    ],
    ["a tempo that is none", withStep({ tempo: { source: "fixed", bpm: NaN } }), "found NaN"],
    ["a text for a number", withStep({ tempo: { source: "fixed", bpm: "90" } }), 'found "90"'],
    [
      "a source that nobody knows",
      withStep({ tempo: { source: "moon" } }),
      '/steps/0/tempo: expected one of {"source": "fixed"…}',
    ],
    [
      "a negative length",
      withStep({ lasts: { seconds: -5 } }),
      "/steps/0/lasts/seconds: expected a number from 5 to 3600, found -5",
    ],
    [
      "bars in halves",
      withStep({ lasts: { bars: 2.5 } }),
      "/steps/0/lasts/bars: expected a whole number from 1 to 1000, found 2.5",
    ],
    [
      "a breath too fast",
      withStep({ tempo: { source: "breath", breathsPerMinute: 30, inhale: 1, exhale: 1 } }),
      "/steps/0/tempo/breathsPerMinute: expected a number from 3 to 10, found 30",
    ],
    [
      "the same part twice",
      withStep({ roles: [STEP.roles[0], STEP.roles[0]] }),
      "/steps/0/roles/1/who: expected each part of the group once, found everyone",
    ],
    [
      "a group that is not there",
      withStep({ roles: [{ who: "group-3", plays: "pattern" }] }),
      "/steps/0/roles/0/who: expected",
    ],
    ["a metre too long", withStep({ metre: "9+9" }), "/steps/0/metre: expected a metre of at most 16 beats, found 9+9"],
    [
      "an accent beyond the bar",
      withStep({ roles: [{ who: "everyone", plays: "pattern", pattern: { accents: [5] } }] }),
      "/steps/0/roles/0/pattern/accents/0: expected a beat from 1 to 4, found 5",
    ],
    [
      "beats twice",
      withStep({ roles: [{ who: "everyone", plays: "pattern", pattern: { mutes: [2, 2] } }] }),
      "/steps/0/roles/0/pattern/mutes/1: expected no two the same, found 2",
    ],
    [
      "a breath without its tempo",
      withStep({ roles: [{ who: "everyone", plays: "breath" }] }),
      "/steps/0/roles/0/plays: expected a tempo",
    ],
    [
      "a ramp over nothing",
      withStep({ tempo: { source: "ramp", fromBpm: 60, toBpm: 90 } }),
      "/steps/0/tempo: expected either overBars or overSeconds, found neither",
    ],
    ["a first step that keeps", withStep({ tempo: { source: "keep" } }), "/steps/0/tempo: expected a tempo of its own"],
    [
      "a step that is over at once",
      withStep({ lasts: { bars: 1 }, tempo: { source: "fixed", bpm: 240 } }),
      "/steps/0/lasts: expected a step of 5 to 3600 s, found 1.0 s",
    ],
    [
      "a count-in too short",
      withStep({ countInBars: 1, tempo: { source: "fixed", bpm: 240 }, lasts: { bars: 40 } }),
      "/steps/0/countInBars: expected a count-in of at least 2.4 s, found 1.0 s",
    ],
    [
      "a pulse share of the faster role",
      withStep({
        tempo: { source: "fixed", bpm: 240 },
        lasts: { bars: 40 },
        roles: [{ who: "everyone", plays: "pattern", ratio: "4:1" }],
      }),
      "/steps/0/roles/0: expected beats of 0.25 to 15 s, found 0.06 s",
    ],
    ["a score of nothing", withStep({ roles: [{ who: "everyone", plays: "listen" }] }), "/steps/0/score: expected"],
    [
      "people the wrong way round",
      { ...PLAIN, people: { least: 9, most: 2 } },
      "/people/most: expected at least 9, found 2",
    ],
  ])("%s", (_, value, line) => {
    expect(lines(value).join("\n")).toContain(line);
    expect(() => readExercise(value)).toThrow(line);
  });

  test("a problem a line, at a place that is there, whatever the document", () => {
    fc.assert(
      fc.property(mutated, (value) => {
        const problems = exerciseProblems(value);
        expect(problems.length).toBeLessThanOrEqual(60 * 12);
        for (const problem of problems) {
          expect(problemText(problem)).not.toContain("\n");
          expect(problemText(problem).length).toBeLessThan(400);
          expect(isPlace(value, problem.path)).toBe(true);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  }, 60_000);
});

describe("hostile documents cost no more than the schema", () => {
  const looked = (value: object): number => {
    let count = 0;
    const watched = new Proxy(value, {
      get: (target, key, receiver) => {
        count++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    schemaProblems(watched, EXERCISE_SCHEMA);
    return count;
  };

  test("a list of a million steps is not gone through", () => {
    const steps = Array.from({ length: 1_000_000 }, () => STEP);
    expect(lines({ ...PLAIN, steps })).toEqual(["/steps: expected a list of 1 to 60, found a list of 1000000"]);
  });

  test("of very many unknown properties some are named", () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`x${String(i)}`, i]));
    expect(lines({ ...PLAIN, ...many })).toHaveLength(20);
    expect(looked(many)).toBeLessThan(100);
  });

  test("what is deep is not gone down into", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = { steps: [deep] };
    expect(lines(deep).length).toBeGreaterThan(0);
    expect(lines({ ...PLAIN, title: deep })).toEqual([
      "/title: expected a text of 1 to 80 characters, found an object",
    ]);
  });

  test("a text of ten megabytes is not quoted", () => {
    expect(lines({ ...PLAIN, title: "a".repeat(10_000_000) })[0]?.length).toBeLessThan(200);
  });
});

describe.each(FILES)("%s", (file) => {
  test("is an exercise, goes by its file's name, and is written for people", () => {
    const document = readExercise(parse(file));
    expect(`${document.name}.json`).toBe(file);
    expect(document.suitability.length).toBeGreaterThan(0);
    expect(document.variants?.map(({ title }) => title)).toEqual([
      expect.stringMatching(/seated/i),
      expect.stringMatching(/one arm/i),
    ]);
    for (const { say } of document.steps) expect(say?.length).toBeGreaterThan(10);
  });
});
