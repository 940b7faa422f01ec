import fc from "fast-check";
import { expect, test } from "vitest";
import { advanceSampleClock, samplePeriodMicros, startSampleClock } from "../src/sample-clock.ts";

const NOMINAL_MICROS = 9_615;

/** Reads all that waits at times that come irregularly, as an interpreter's do. @returns the time given and the true one */
const run = (truePeriod: number, tStart: number, gaps: readonly number[]): [number, number, number][] => {
  startSampleClock(NOMINAL_MICROS);
  const seen: [number, number, number][] = [];
  let t = tStart;
  let taken = 0;
  for (const gap of gaps) {
    t += gap;
    const count = Math.floor((t - tStart) / truePeriod) - taken;
    if (count === 0) continue;
    taken += count;
    seen.push([advanceSampleClock(count, t), tStart + taken * truePeriod, t]);
  }
  return seen;
};

const runs = fc.tuple(
  fc.double({ min: 0.92, max: 1.08, noNaN: true }),
  fc.integer({ min: 1, max: 1e15 }),
  fc.array(fc.integer({ min: 20_000, max: 70_000 }), { minLength: 400, maxLength: 600 }),
);

test("is monotone, never ahead of the reading and never more than a period behind it", () => {
  fc.assert(
    fc.property(runs, ([rate, tStart, gaps]) => {
      const seen = run(NOMINAL_MICROS * rate, tStart, gaps);
      let tLast = -Infinity;
      for (const [given, , tRead] of seen) {
        expect(given).toBeGreaterThanOrEqual(tLast);
        expect(given).toBeLessThanOrEqual(tRead);
        expect(given).toBeGreaterThanOrEqual(tRead - 1.35 * NOMINAL_MICROS);
        tLast = given;
      }
    }),
    { seed: 12, numRuns: 60 },
  );
});

test("finds the true period within half a per cent, and the true times within a period", () => {
  fc.assert(
    fc.property(runs, ([rate, tStart, gaps]) => {
      const truePeriod = NOMINAL_MICROS * rate;
      const seen = run(truePeriod, tStart, gaps);
      expect(Math.abs(samplePeriodMicros / truePeriod - 1)).toBeLessThan(0.005);
      for (const [given, real] of seen.slice(-50)) expect(Math.abs(given - real)).toBeLessThan(1.1 * truePeriod);
    }),
    { seed: 13, numRuns: 60 },
  );
});
