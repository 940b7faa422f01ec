import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEGMENT_NUMBERS } from "@entrain/protocol";
import {
  balancedRows,
  EXPERIMENT_SCHEMA,
  type ExperimentDocument,
  experimentProblems,
  intervalsOf,
  layExperiment,
  layStep,
  type PacedCondition,
  readExercise,
  shuffled,
  timeOfBeat,
  trialList,
} from "../src/index.ts";
import { intervalCourse } from "../src/exercise/interval-course.ts";

const FILE = resolve(import.meta.dirname, "../experiments/phase-shifts.json");
const REST = resolve(import.meta.dirname, "../exercises/one-minute-breath.json");
const shipped = (): ExperimentDocument => JSON.parse(readFileSync(FILE, "utf8")) as ExperimentDocument;
const breath = readExercise(JSON.parse(readFileSync(REST, "utf8")));
const exerciseOf = (name: string) => (name === breath.name ? breath : undefined);

/** A plain linear congruential source (Knuth, MMIX's low bits are not used). */
const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
const laid = (seed: number, document = shipped()) =>
  layExperiment({ document, seed, random: seeded(seed), exerciseOf });
const paths = (value: unknown): readonly string[] => experimentProblems(value, exerciseOf).map(({ path }) => path);
const steady: PacedCondition = { stimulus: "virtual", bpm: 100, beats: 8 };

describe("an experiment", () => {
  test("as shipped is one, for its own check and for ajv", () => {
    expect(paths(shipped())).toEqual([]);
    expect(new Ajv().validate(EXPERIMENT_SCHEMA, shipped())).toBe(true);
  });

  test("the same seed gives the same trials and the same times, to the byte; another seed others", () => {
    const text = (seed: number): string => JSON.stringify(trialList(laid(seed)));
    expect(text(7)).toBe(text(7));
    expect(new Set([1, 2, 3, 4].map(text)).size).toBe(4);
  });

  test("its stimuli lie where its intervals say, across the plans that a trial is sent in", () => {
    for (const trial of trialList(laid(7))) {
      const condition = shipped().conditions[trial.condition];
      if (condition?.stimulus !== "virtual") {
        expect(trial.stimuli).toEqual([]);
        continue;
      }
      const times = trial.stimuli[0]?.tMicros ?? [];
      expect(times).toHaveLength(condition.beats);
      expect(times[0]).toBe(trial.startMicros);
      if (condition.jitterPercent !== undefined) continue;
      const expected = intervalsOf(condition, () => 0);
      times.slice(1).forEach((t, i) => {
        expect(Math.abs(t - (times[i] ?? 0) - (expected[i] ?? 0))).toBeLessThanOrEqual(1);
      });
    }
  });

  test("trials are numbered, and rest with a cued end lies before each", () => {
    const { steps } = laid(3);
    const trials = steps.filter(({ trial }) => trial !== undefined);
    expect(trials.map(({ trial }) => trial?.trial)).toEqual(trials.map((_, i) => i + 1));
    expect(trials).toHaveLength(22);
    steps.forEach(({ trial, tempo, cue }, i) => {
      expect(trial === undefined).toBe(i % 2 === 0);
      expect(cue).toBe(trial === undefined ? undefined : false);
      if (trial === undefined) expect(tempo.source).toBe("none");
    });
  });

  test("a shipped exercise can be a trial", () => {
    const document = {
      ...shipped(),
      conditions: { breath: { stimulus: "exercise" as const, exercise: breath.name } },
      blocks: [{ title: "All", conditions: ["breath"], repetitions: 2, order: "as-written" as const }],
    };
    expect(paths(document)).toEqual([]);
    expect(trialList(laid(1, document))).toHaveLength(2);
  });

  test("what is wrong is told where it stands", () => {
    const withCondition = (condition: object): unknown => ({
      ...shipped(),
      conditions: { ...shipped().conditions, steady: condition },
    });
    const at = "/conditions/steady";
    expect(paths(withCondition({ ...steady, beats: 30 }))).toEqual([at]);
    expect(paths(withCondition({ ...steady, beats: 16, bpm: 300 }))).toEqual([`${at}/bpm`]);
    expect(paths(withCondition({ stimulus: "exercise", exercise: "nothing" }))).toEqual([`${at}/exercise`]);
    const shift = (beat: number, byMillis: number) => ({ kind: "phase", beat, byMillis });
    expect(paths(withCondition({ ...steady, beats: 16, perturbations: [shift(17, 20)] }))).toEqual([
      `${at}/perturbations/0/beat`,
    ]);
    // 600 ms less 400 is shorter than any band takes.
    expect(paths(withCondition({ ...steady, beats: 16, perturbations: [shift(9, -400)] })).length).toBeGreaterThan(0);
    expect(paths(withCondition({ ...steady, beats: 16, bpm: 230, jitterPercent: 20 })).length).toBeGreaterThan(0);
    const both = { ...steady, beats: 16, correctionShare: 0.5, jitterPercent: 5 };
    expect(paths(withCondition(both))).toEqual([`${at}/correctionShare`]);
    expect(paths({ ...shipped(), blocks: [{ ...shipped().blocks[0], conditions: ["x"] }] })).toEqual([
      "/blocks/0/conditions/0",
    ]);
    for (const hostile of [undefined, null, 4, [], {}, { ...shipped(), conditions: [] }])
      expect(paths(hostile).length).toBeGreaterThan(0);
  });
});

describe("perturbations", () => {
  const millis = (condition: PacedCondition): readonly number[] =>
    intervalsOf(condition, () => 0.5).map((micros) => micros / 1_000);
  const perturbed = (kind: "phase" | "onset" | "period") =>
    millis({ ...steady, perturbations: [{ kind, beat: 4, byMillis: 60 }] });

  test("a phase shift changes one interval, an onset two, a period all from its beat on", () => {
    expect(perturbed("phase")).toEqual([600, 600, 660, 600, 600, 600, 600, 600]);
    expect(perturbed("onset")).toEqual([600, 600, 660, 540, 600, 600, 600, 600]);
    expect(perturbed("period")).toEqual([600, 600, 600, 660, 660, 660, 660, 660]);
  });

  test("in hundredths they are of the interval before", () => {
    expect(millis({ ...steady, perturbations: [{ kind: "phase", beat: 2, byPercent: -10 }] })[0]).toBe(540);
  });

  test("jitter stays within its bounds, whatever is drawn", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, jitterPercent) => {
        for (const micros of intervalsOf({ ...steady, jitterPercent }, seeded(seed)))
          expect(Math.abs(micros / 600_000 - 1)).toBeLessThanOrEqual(jitterPercent / 100 + 1e-12);
      }),
      { numRuns: 50 },
    );
  });
});

describe("orders", () => {
  test("a balanced square: each place has each thing, each pair of neighbours comes equally often", () => {
    for (const count of [2, 3, 4, 5, 6, 7]) {
      const rows = balancedRows(count);
      const times = rows.length / count;
      const seen = new Map<string, number>();
      const note = (key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1);
      for (const row of rows)
        row.forEach((thing, place) => {
          note(`at ${String(place)} ${String(thing)}`);
          if (place > 0) note(`after ${String(row[place - 1])} ${String(thing)}`);
        });
      expect([...seen.values()].every((each) => each === times)).toBe(true);
      expect(seen.size).toBe(count * count + count * (count - 1));
    }
  });

  test("shuffling keeps everything, and every order comes about equally often", () => {
    const random = seeded(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6_000; i++) {
      const key = shuffled([1, 2, 3], random).join("");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
    // Binomial(6000, 1/6): SD 29.
    for (const each of counts.values()) expect(Math.abs(each - 1_000)).toBeLessThan(150);
  });
});

test("a course of intervals: plans of at most 12 segments that join without a gap, whatever the intervals", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 250, max: 900 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      (millis, beatsPerBar) => {
        const intervals = millis
          .map((each) => each * 1_000)
          .flatMap((each) => Array.from({ length: beatsPerBar }, (_, i) => each + i));
        const course = intervalCourse(intervals, beatsPerBar);
        let bar = 0;
        for (; bar < millis.length;) {
          const { segments, bars } = course.mapFrom(bar);
          expect(segments.length / SEGMENT_NUMBERS).toBeLessThanOrEqual(12);
          const last = Math.min(bars, millis.length - bar);
          const plan = { segments, beatZeroMicros: 0 } as unknown as Parameters<typeof timeOfBeat>[0];
          const from = course.microsOfBeat(bar * beatsPerBar);
          expect(from + timeOfBeat(plan, last * beatsPerBar)).toBeCloseTo(
            course.microsOfBeat((bar + last) * beatsPerBar),
            3,
          );
          expect(course.beatAt(from + 1)).toBeCloseTo(bar * beatsPerBar, 4);
          bar += bars;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(
    layStep(
      {
        title: "",
        lasts: { bars: 2 },
        tempo: { source: "intervals", micros: [5e5, 6e5] },
        metre: "1",
        roles: [],
        score: "none",
      },
      90,
    ).bars,
  ).toBe(2);
});
