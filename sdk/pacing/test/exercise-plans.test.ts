import { microsOfBeat, sessionMicros, SOFT_STRENGTH } from "@entrain/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  breathCourse,
  type BreathTempo,
  castFor,
  cuePlan,
  cueMicros,
  cutSegments,
  type ExerciseStep,
  layStep,
  MAX_BPM,
  MIN_BPM,
  microsOf,
  parseMetre,
  parseRatio,
  partnerOf,
  proveSafe,
  pulsesBetween,
  rampCourse,
  rolePlan,
  rolesOf,
  silentPlan,
  TapTempo,
  trainOf,
} from "../src/index.ts";

const ZERO = sessionMicros(7e6);
const STEP: ExerciseStep = {
  title: "Step",
  lasts: { seconds: 30 },
  tempo: { source: "fixed", bpm: 100 },
  roles: [{ who: "everyone", plays: "pattern" }],
  score: "none",
};

describe("metres and ratios", () => {
  test.each(["", "0", "17", "9+8", "2+0", "2+", "+2", "2,2", "a", "1.5", "2 + 2"])('"%s" is no metre', (text) => {
    expect(() => parseMetre(text)).toThrow(`found "${text}"`);
  });
  test.each(["", "5:1", "0:1", "1:1:1", "a:b", "1"])('"%s" is no ratio', (text) => {
    expect(() => parseRatio(text)).toThrow(`found "${text}"`);
  });
  test("an additive metre leads each group", () => {
    expect(parseMetre("2+2+3")).toEqual({ beatsPerBar: 7, groupStarts: [0, 2, 4] });
    expect(parseMetre("4")).toEqual({ beatsPerBar: 4, groupStarts: [0] });
  });
});

test("what is cut off the beginning of a tempo map leaves the times of the rest", () => {
  const bpm = fc.double({ min: MIN_BPM, max: MAX_BPM, noNaN: true });
  fc.assert(
    fc.property(bpm, bpm, fc.integer({ min: 1, max: 64 }), fc.nat(80), fc.nat(40), (from, to, beats, cut, more) => {
      const { segments } = rampCourse(6e7 / from, 6e7 / to, beats, 4).mapFrom(0);
      const rest = cutSegments(segments, cut);
      const expected = microsOfBeat(segments, cut + more) - microsOfBeat(segments, cut);
      expect(Math.abs(microsOfBeat(rest, more) - expected)).toBeLessThan(1);
    }),
    { seed: 3 },
  );
});

const breaths: fc.Arbitrary<BreathTempo> = fc.record({
  source: fc.constant("breath" as const),
  breathsPerMinute: fc.double({ min: 3, max: 10, noNaN: true }),
  toBreathsPerMinute: fc.double({ min: 3, max: 10, noNaN: true }),
  overBreaths: fc.integer({ min: 1, max: 20 }),
  inhale: fc.integer({ min: 2, max: 6 }),
  hold: fc.integer({ min: 0, max: 4 }),
  exhale: fc.integer({ min: 2, max: 8 }),
  rest: fc.integer({ min: 0, max: 4 }),
});

describe("a breath", () => {
  test("takes as long as it says, breath by breath, from the first tempo to the other", () => {
    fc.assert(
      fc.property(breaths, (tempo) => {
        const course = breathCourse(tempo);
        const length = (k: number): number =>
          course.microsOfBeat((k + 1) * course.beatsPerBar) - course.microsOfBeat(k * course.beatsPerBar);
        expect(length(0)).toBeCloseTo(6e7 / tempo.breathsPerMinute, 0);
        expect(length(30)).toBeCloseTo(6e7 / (tempo.toBreathsPerMinute ?? NaN), 0);
        for (const beat of [0, 3.5, 40, 77.25]) expect(course.beatAt(course.microsOfBeat(beat))).toBeCloseTo(beat, 6);
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  test("lies within the safety limits at every ratio and tempo, and its plan fits a line", () => {
    fc.assert(
      fc.property(breaths, fc.nat(5), (tempo, bar) => {
        const train = trainOf(tempo);
        const { segments } = breathCourse(tempo).mapFrom(bar);
        const plan = rolePlan(
          { who: "everyone", plays: "breath" },
          { metre: "4", strengthPercent: 60, train },
          { segments, fromMicros: ZERO, fromBeat: 0, revision: 1 },
        );
        expect(plan.segments.length).toBeLessThanOrEqual(3 * 14);
        expect(plan.beatsPerBar).toBeLessThanOrEqual(16);
        expect(() => {
          proveSafe(plan);
        }).not.toThrow();
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  test("swells and draws together on the way in, sinks and parts on the way out, and is silent in the holds", () => {
    const tempo: BreathTempo = { source: "breath", breathsPerMinute: 5, inhale: 4, hold: 2, exhale: 5, rest: 1 };
    const train = trainOf(tempo);
    const { segments } = breathCourse(tempo).mapFrom(0);
    const plan = rolePlan(
      { who: "everyone", plays: "breath" },
      { metre: "4", strengthPercent: 60, train },
      { segments, fromMicros: ZERO, fromBeat: 0, revision: 1 },
    );
    const pulses = pulsesBetween(plan, ZERO, ZERO + 12e6 - 1);
    const inhaled = pulses.filter(({ tMicros }) => tMicros < ZERO + 4e6 - 1);
    const exhaled = pulses.filter(({ tMicros }) => tMicros > ZERO + 6e6 - 1);
    expect(inhaled.length + exhaled.length).toBe(pulses.length);
    expect(exhaled[0]?.tMicros).toBeCloseTo(ZERO + 6e6, 0);
    const spacing = (of: typeof pulses): readonly number[] =>
      of.slice(1).map((p, i) => p.tMicros - (of[i]?.tMicros ?? 0));
    const falls = (values: readonly number[]): boolean => values.every((v, i) => i === 0 || v < (values[i - 1] ?? 0));
    expect(falls(spacing(inhaled))).toBe(true);
    expect(falls([...spacing(exhaled)].reverse())).toBe(true);
    expect(falls(inhaled.map(({ strength }) => -strength))).toBe(true);
    expect(falls(exhaled.map(({ strength }) => strength))).toBe(true);
  });
});

describe("quiet plans", () => {
  test("the cue is two soft pulses in silence for longer than any change takes", () => {
    const pulses = pulsesBetween(cuePlan(ZERO, 1), ZERO, ZERO + 13e6);
    expect(pulses.map(({ tMicros }) => tMicros - ZERO)).toEqual([350_000, 700_000]);
    for (const { strength } of pulses) expect(strength).toBeLessThanOrEqual(SOFT_STRENGTH);
  });
  test("silence is silent", () => {
    expect(pulsesBetween(silentPlan(ZERO, 1), ZERO, ZERO + 1e9)).toEqual([]);
  });
});

test("seconds become whole bars, the cue has its time, whatever the tempo", () => {
  fc.assert(
    fc.property(fc.double({ min: 8, max: 240, noNaN: true }), fc.integer({ min: 20, max: 300 }), (bpm, seconds) => {
      const laid = layStep({ ...STEP, tempo: { source: "fixed", bpm }, lasts: { seconds } }, 90);
      const length = microsOf(laid) ?? NaN;
      const bars = laid.course.beatAt(length) / 4;
      expect(bars).toBeCloseTo(Math.round(bars), 6);
      expect(Math.abs(length - seconds * 1e6)).toBeLessThanOrEqual((2 * 6e7) / bpm + 1);
      const left = length - cueMicros(laid.course, length);
      expect(left).toBeGreaterThanOrEqual(Math.min(2.4e6, length) - 1);
      expect(left).toBeLessThan(3.5e6);
    }),
    { seed: 2 },
  );
});

describe("who is who", () => {
  test("partners are each other's, whoever is left over shares one, and everybody has exactly one role", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.boolean(), (members, isSwapped) => {
        const cast = { members, groups: 1, leader: 0, isSwapped };
        const roles = rolesOf(
          {
            ...STEP,
            roles: [
              { who: "pair-first", plays: "listen" },
              { who: "pair-second", plays: "mirror", of: "partner" },
            ],
          },
          cast,
        );
        roles.forEach(({ plays }, member) => {
          const partner = partnerOf(member, cast) ?? NaN;
          if (plays === "mirror") expect(roles[partner]?.plays).toBe("listen");
          else if (partner !== members - 1 || members % 2 === 0) expect(roles[partner]?.plays).toBe("mirror");
        });
      }),
      { seed: 4 },
    );
  });
  test("the lead goes round, pairs change over and back", () => {
    const cast = { members: 3, groups: 1, leader: 2, isSwapped: false };
    expect(castFor({ ...STEP, leader: "next", swap: true }, cast)).toMatchObject({ leader: 0, isSwapped: true });
    expect(castFor({ ...STEP, swap: true }, { ...cast, isSwapped: true })).toMatchObject({
      leader: 2,
      isSwapped: false,
    });
  });
});

describe("tap tempo", () => {
  const tapped = (...timesS: readonly number[]): number | undefined => {
    const tempo = new TapTempo();
    return timesS.map((t) => tempo.tap(t * 1e6)).at(-1);
  };
  test("needs three taps, and forgets those from before a pause", () => {
    expect(tapped(0, 0.5)).toBeUndefined();
    expect(tapped(0, 0.5, 1)).toBeCloseTo(120, 9);
    expect(tapped(0, 0.5, 1, 5, 5.5)).toBeUndefined();
  });
  test("one slip, a clock that goes back, and a tempo that no plan has give no nonsense", () => {
    expect(tapped(0, 0.5, 1, 2, 2.5, 3)).toBeCloseTo(120, 9);
    expect(tapped(5, 4, 3)).toBeUndefined();
    expect(tapped(0, 0.1, 0.2, 0.3)).toBeUndefined();
  });
});
