import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bandMicros,
  beatAtMicros,
  MAX_PERIOD_MICROS,
  microsOfBeat,
  MIN_PERIOD_MICROS,
  sessionMicros,
  toBandMicros,
  toSessionMicros,
} from "../src/index.ts";

const period = fc.integer({ min: MIN_PERIOD_MICROS, max: MAX_PERIOD_MICROS });
/** Segments whose period stays within the allowed range throughout, with an endless last one. */
const tempoMap = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 64 }), period, period), { minLength: 1, maxLength: 6 })
  .map((segments) => [
    ...segments.flatMap(([beats, from, to]) => [beats, from, (to - from) / beats]),
    0,
    segments.at(-1)?.[2] as number,
    0,
  ]);

describe("tempo map", () => {
  test("a hold is a multiplication", () => {
    expect(microsOfBeat([0, 600_000, 0], 7.5)).toBe(4_500_000);
    expect(microsOfBeat([0, 600_000, 0], -2)).toBe(-1_200_000);
  });

  test("the ramp of the docstring", () => {
    expect(microsOfBeat([4, 600_000, -25_000, 0, 500_000, 0], 5)).toBe(2_700_000);
  });

  test("a ramp's mean period is the mean of its ends", () => {
    expect(microsOfBeat([10, 600_000, -10_000, 0, 500_000, 0], 10)).toBe(10 * 550_000);
  });

  test("the inverse is the inverse, to a nanosecond", () => {
    fc.assert(
      fc.property(tempoMap, fc.double({ min: -20, max: 500, noNaN: true }), (segments, beat) => {
        const micros = microsOfBeat(segments, beat);
        expect(Math.abs(microsOfBeat(segments, beatAtMicros(segments, micros)) - micros)).toBeLessThanOrEqual(1e-3);
        expect(beatAtMicros(segments, micros)).toBeCloseTo(beat, 8);
      }),
    );
  });

  test("later beats come later", () => {
    fc.assert(
      fc.property(tempoMap, fc.double({ min: -20, max: 500, noNaN: true }), (segments, beat) => {
        expect(microsOfBeat(segments, beat + 0.25)).toBeGreaterThan(microsOfBeat(segments, beat));
      }),
    );
  });

  test("the period is continuous where a ramp meets a hold", () => {
    const segments = [8, 1_000_000, -50_000, 0, 600_000, 0];
    const periodAt = (beat: number): number =>
      (microsOfBeat(segments, beat + 1e-3) - microsOfBeat(segments, beat - 1e-3)) / 2e-3;
    expect(periodAt(7.99)).toBeCloseTo(periodAt(8.01), -4);
  });
});

describe("clock map", () => {
  test("forward and inverse are inverses", () => {
    const micros = fc.double({ min: 0, max: 2e15, noNaN: true });
    fc.assert(
      fc.property(
        micros,
        micros,
        fc.double({ min: 1 - 1e-4, max: 1 + 1e-4, noNaN: true }),
        fc.integer({ min: -1e10, max: 1e10 }),
        (s, b, rate, dt) => {
          const map = { sessionRef: sessionMicros(s), bandRef: bandMicros(b), bandPerSession: rate, errorMicros: 0 };
          const t = sessionMicros(s + dt);
          // Two roundings at 2e15 µs, where one step of a float64 is a quarter of a microsecond.
          expect(Math.abs(toSessionMicros(map, toBandMicros(map, t)) - t)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
