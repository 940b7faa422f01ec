import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExerciseDocument, exerciseProblems, parseMetre, timelineOf } from "@entrain/pacing";
import { describe, expect, it } from "vitest";
import { beatsOf, withNextBeat } from "../src/editor/beats.ts";
import { LENGTH_KINDS, lengthKindOf, NEW_LENGTH, newDraft, newStep, SOURCES, withSource } from "../src/editor/draft.ts";
import { lanesOf } from "../src/editor/lanes.ts";
import { asCopy } from "../src/editor/open-list.tsx";
import { valueAt, withMoved, withoutAt, withValue } from "../src/editor/pointer.ts";
import { stepOfProblem } from "../src/editor/problems.ts";

const SHIPPED_DIR = join(import.meta.dirname, "../../../sdk/pacing/exercises");
const shipped = readdirSync(SHIPPED_DIR).map(
  (file) => JSON.parse(readFileSync(join(SHIPPED_DIR, file), "utf8")) as ExerciseDocument,
);

describe("a place in a document", () => {
  const given = { steps: [{ title: "a", tempo: { source: "fixed", bpm: 90 } }, { title: "b" }], name: "x" };

  it("is read and written by its pointer, and nothing that was given changes", () => {
    const before = JSON.stringify(given);
    const after = withValue(given, "/steps/0/tempo/bpm", 300);
    expect(valueAt(after, "/steps/0/tempo/bpm")).toBe(300);
    expect(valueAt(after, "/steps/1")).toBe(given.steps[1]);
    expect(JSON.stringify(given)).toBe(before);
  });

  it("is taken away by undefined, made where there was none, and keeps the order of its neighbours", () => {
    expect(withValue(given, "/steps/0/tempo", undefined).steps[0]).toEqual({ title: "a" });
    expect(valueAt(withValue(given, "/steps/1/lasts/seconds", 20), "/steps/1/lasts/seconds")).toBe(20);
    expect(Object.keys(withValue(given, "/steps", []))).toEqual(["steps", "name"]);
    expect(valueAt(given, "/steps/7/tempo/bpm")).toBeUndefined();
  });

  it("in a list: taken out and moved, never beyond its ends", () => {
    expect(withoutAt(["a", "b", "c"], 1)).toEqual(["a", "c"]);
    expect(withMoved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(withMoved(["a", "b"], 0, 5)).toEqual(["a", "b"]);
    expect(withMoved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  });
});

describe("what the form begins with", () => {
  it("is an exercise", () => {
    expect(exerciseProblems(newDraft())).toEqual([]);
  });

  it.each(SOURCES)("is one whatever the tempo comes from: %s", (source) => {
    const steps = [newStep(), withSource(newStep(), source)];
    expect(exerciseProblems({ ...newDraft(), steps })).toEqual([]);
    // And back.
    expect(exerciseProblems({ ...newDraft(), steps: [withSource(steps[1] ?? newStep(), "fixed")] })).toEqual([]);
  });

  it.each(LENGTH_KINDS)("knows a length of its kind again: %s", (kind) => {
    expect(lengthKindOf(NEW_LENGTH[kind])).toBe(kind);
  });

  it.each(shipped.map((document) => [document.name, document] as const))(
    "%s, opened as a copy, is one",
    (_, document) => {
      const copy = asCopy(document);
      expect(copy.name).not.toBe(document.name);
      expect(exerciseProblems(copy)).toEqual([]);
    },
  );
});

describe("beats of a pattern", () => {
  it.each(["4", "3", "2+2+3"])("of a metre of %s are accented where its groups begin", (metre) => {
    const { beatsPerBar, groupStarts } = parseMetre(metre);
    const beats = beatsOf({}, metre);
    expect(beats).toHaveLength(beatsPerBar);
    expect(beats.flatMap((beat, i) => (beat === "accent" ? [i] : []))).toEqual([...groupStarts]);
  });

  it("go round: accented, plain, silent, accented; the others stay", () => {
    const once = withNextBeat({}, "4", 0);
    const twice = withNextBeat(once, "4", 0);
    expect(beatsOf(once, "4")).toEqual(["beat", "beat", "beat", "beat"]);
    expect(beatsOf(twice, "4")).toEqual(["silent", "beat", "beat", "beat"]);
    expect(beatsOf(withNextBeat(twice, "4", 0), "4")).toEqual(beatsOf({}, "4"));
    expect(beatsOf(withNextBeat(twice, "4", 2), "4")).toEqual(["silent", "beat", "silent", "beat"]);
  });

  it("of a metre that is none yet are a bar of four", () => {
    for (const metre of ["", "x", "2+", "99+99"]) expect(beatsOf({}, metre)).toHaveLength(4);
  });
});

it("a problem leads to the step that it is in", () => {
  const steps = [newStep(), { ...newStep(), tempo: { source: "fixed", bpm: 300 } }];
  const [problem] = exerciseProblems({ ...newDraft(), steps });
  expect(problem?.path).toBe("/steps/1/tempo/bpm");
  expect(problem && stepOfProblem(problem)).toBe(1);
  expect(stepOfProblem({ path: "/title", expected: "", found: "" })).toBeUndefined();
});

it.each(shipped.map((document) => [document.name, document] as const))(
  "%s has a lane for each part that it names",
  (_, document) => {
    const lanes = lanesOf(timelineOf(document));
    expect(lanes.map(({ who }) => who).sort()).toEqual(
      [...new Set(document.steps.flatMap(({ roles }) => roles.map(({ who }) => who)))].sort(),
    );
    for (const { pulses } of lanes)
      for (const [s, strength] of pulses) expect(s >= 0 && strength >= 0 && strength <= 1).toBe(true);
  },
);
