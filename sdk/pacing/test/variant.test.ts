import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  exerciseProblems,
  type ExerciseDocument,
  looksLikeSetlist,
  problemText,
  readExercise,
  setlistProblems,
  timelineOf,
  variantOf,
} from "../src/index.ts";
import { FILES, parse } from "./shipped.ts";

const SWAY = readExercise(parse("sway.json"));
const withVariants = (...variants: readonly object[]): object => ({ ...SWAY, variants });
const SEATED = { name: "seated", title: "Seated", how: "Everyone sits." };
const problems = (value: unknown): readonly string[] => exerciseProblems(value).map(problemText);

describe("a variant that is none is refused by its place", () => {
  test.each([
    ["without a name", { title: "Seated", how: "Sit." }, "/variants/0/name: expected"],
    ["with a name that nobody can type", { ...SEATED, name: "Seated!" }, "/variants/0/name: expected"],
    [
      "with a step that is not there",
      { ...SEATED, steps: [{ step: 9 }] },
      "/variants/0/steps/0/step: expected a step from 1 to 3, found 9",
    ],
    [
      "with a step before the first",
      { ...SEATED, steps: [{ step: 0 }] },
      "/variants/0/steps/0/step: expected a whole number from 1 to 60, found 0",
    ],
    [
      "with a step twice",
      { ...SEATED, steps: [{ step: 1 }, { step: 1 }] },
      "/variants/0/steps/1/step: expected each step once, found 1",
    ],
    [
      "that is paced as nobody can be",
      { ...SEATED, steps: [{ step: 2, tempo: { source: "fixed", bpm: 300 } }] },
      "/variants/0/steps/0/tempo/bpm: expected a number from 4 to 240, found 300",
    ],
    [
      "that is over at once",
      { ...SEATED, steps: [{ step: 1, lasts: { bars: 1 }, tempo: { source: "fixed", bpm: 240 } }] },
      "/variants/0/steps/0/lasts: expected a step of 5 to 3600 s",
    ],
    [
      "that changes what a score means",
      { ...SEATED, steps: [{ step: 1, score: "none" }] },
      "/variants/0/steps/0/score: expected",
    ],
  ])("%s", (_, variant, line) => {
    expect(problems(withVariants(variant)).join("\n")).toContain(line);
  });

  test("of two with one name the second", () => {
    expect(problems(withVariants(SEATED, SEATED))).toEqual(["/variants/1/name: expected each name once, found seated"]);
  });

  test("one that is asked for and is not there is told with those that are", () => {
    expect(() => variantOf(SWAY, "flying")).toThrow('expected a variant of sway (seated, one-arm), found "flying"');
    const { variants: _none, ...plain } = SWAY;
    expect(() => variantOf(plain, "seated")).toThrow('expected a variant of sway (it has none), found "seated"');
  });
});

test("without a name it is the exercise itself", () => {
  expect(variantOf(SWAY, undefined)).toBe(SWAY);
});

describe.each(FILES)("%s", (file) => {
  const document = readExercise(parse(file));

  test("has a seated and a one-arm variant, each an exercise that every band may play", () => {
    const names = (document.variants ?? []).map(({ name }) => name);
    for (const name of ["seated", "one-arm"]) expect(names).toContain(name);
    for (const { name, how } of document.variants ?? []) {
      const variant = variantOf(document, name);
      expect(problems(variant)).toEqual([]);
      expect(variant.name).toBe(`${document.name}-${name}`);
      expect(variant.steps).toHaveLength(document.steps.length);
      expect(variant.steps[0]?.say?.startsWith(how)).toBe(true);
    }
  });
});

test("what a variant says of a step is in its timeline, and what it does not say is as it was", () => {
  const faster = {
    ...SEATED,
    steps: [{ step: 1, tempo: { source: "fixed", bpm: 60 }, say: "Small." }],
    ending: { fadeSeconds: 9 },
  };
  const document = variantOf(readExercise(withVariants(faster)), "seated");
  expect(document.steps[0]).toMatchObject({
    title: SWAY.steps[0]?.title,
    say: "Everyone sits. Small.",
    score: SWAY.steps[0]?.score,
  });
  expect(document.steps.slice(1)).toEqual(SWAY.steps.slice(1));
  expect(document.ending).toEqual({ ...SWAY.ending, fadeSeconds: 9 });
  expect(timelineOf(document).steps[0]?.bpm).toBe(60);
});

describe("setlists", () => {
  const library: readonly ExerciseDocument[] = FILES.map((file) => readExercise(parse(file)));
  const exerciseOf = (name: string): ExerciseDocument | undefined => library.find((each) => each.name === name);
  const LIST = { format: 1, name: "mine", title: "Mine", purpose: "A test.", exercises: [{ exercise: "sway" }] };
  const lines = (value: unknown): readonly string[] => setlistProblems(value, exerciseOf).map(problemText);

  test.each([
    ["a number", 7, "/: expected an object, found 7"],
    ["nothing in it", { ...LIST, exercises: [] }, "/exercises: expected a list of 1 to 50, found a list of 0"],
    [
      "too much in it",
      { ...LIST, exercises: Array.from({ length: 51 }, () => ({ exercise: "sway" })) },
      "found a list of 51",
    ],
    ["a name alone", { ...LIST, exercises: ["sway"] }, "/exercises/0: expected an object"],
    [
      "an unknown property",
      { ...LIST, exercises: [{ exercise: "sway", volume: 11 }] },
      "/exercises/0/volume: expected one of",
    ],
    ["another format", { ...LIST, format: 2 }, "/format: expected 1, found 2"],
    [
      "an exercise that nobody knows",
      { ...LIST, exercises: [{ exercise: "tango" }] },
      "/exercises/0/exercise: expected a shipped exercise or a document beside the list, found tango",
    ],
    [
      "a variant that it has not",
      { ...LIST, exercises: [{ exercise: "sway", variant: "flying" }] },
      "/exercises/0/variant: expected a variant of sway (seated, one-arm), found flying",
    ],
  ])("with %s are refused by the place", (_, value, line) => {
    expect(lines(value).join("\n")).toContain(line);
  });

  test("that are right have no problem, and are told from exercises", () => {
    expect(lines({ ...LIST, exercises: [{ exercise: "sway", variant: "seated" }, { exercise: "rest" }] })).toEqual([]);
    expect([LIST, SWAY, null, [], "exercises"].map(looksLikeSetlist)).toEqual([true, false, false, false, false]);
  });

  const DIR = resolve(import.meta.dirname, "../setlists");
  test.each(readdirSync(DIR))("%s is one", (file) => {
    expect(lines(JSON.parse(readFileSync(resolve(DIR, file), "utf8")))).toEqual([]);
  });
});
