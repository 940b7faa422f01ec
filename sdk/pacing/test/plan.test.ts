import { sessionMicros } from "@entrain/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beatAt,
  MAX_BPM,
  MIN_BPM,
  nextBarBeat,
  PacingError,
  periodOfBpm,
  proveSafe,
  STEADY,
  steadyPlan,
  timeOfBeat,
} from "../src/index.ts";

const zero = sessionMicros(5_000_000);
const plan = steadyPlan({ bpm: 100, pattern: STEADY, beatZeroMicros: zero, revision: 1 });

describe("what is out of range is refused, saying what was found", () => {
  test.each([NaN, 0, -60, 3.9, 240.1, Infinity])("tempo %d", (bpm) => {
    expect(() => periodOfBpm(bpm)).toThrow(`expected a tempo of 4 to 240 beats a minute, found ${String(bpm)}`);
  });

  test.each([
    ["beatsPerBar", { beatsPerBar: 17 }],
    ["subdivision", { subdivision: 0 }],
    ["pulseMillis", { pulseMillis: 201 }],
    ["strength", { strength: 300 }],
    ["accents[0]", { accents: [4] }],
    ["mutes[1]", { mutes: [0, -1] }],
  ])("pattern.%s", (name, change) => {
    const make = () => steadyPlan({ bpm: 100, pattern: { ...STEADY, ...change }, beatZeroMicros: zero, revision: 1 });
    expect(make).toThrow(PacingError);
    expect(make).toThrow(name);
  });

  test("a plan whose motor would be on for a quarter of the time", () => {
    const long = { ...steadyPlan({ bpm: 75, pattern: STEADY, beatZeroMicros: zero, revision: 1 }), pulseMillis: 200 };
    expect(() => {
      proveSafe(long);
    }).toThrow("less than a quarter of any ten seconds");
  });
});

test("every tempo that a band may play takes the steady pattern", () => {
  fc.assert(
    fc.property(fc.double({ min: MIN_BPM, max: MAX_BPM, noNaN: true }), (bpm) => {
      expect(steadyPlan({ bpm, pattern: STEADY, beatZeroMicros: zero, revision: 1 }).segments[1]).toBeCloseTo(
        6e7 / bpm,
        6,
      );
    }),
  );
});

test("beats and times are each other's inverse", () => {
  expect(timeOfBeat(plan, 10)).toBe(11_000_000);
  expect(beatAt(plan, 11_000_000)).toBe(10);
});

test("the next bar begins at or after the time asked for, and less than a bar later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (tMicros) => {
      const beat = nextBarBeat(plan, tMicros);
      expect(beat % plan.beatsPerBar).toBe(0);
      if (tMicros < zero) expect(beat).toBe(0);
      else {
        expect(timeOfBeat(plan, beat)).toBeGreaterThanOrEqual(tMicros - 1e-3);
        expect(timeOfBeat(plan, beat) - tMicros).toBeLessThan(4 * 600_000 + 1);
      }
    }),
  );
});
