import { describe, expect, test } from "vitest";
import { BeaconClock } from "../src/index.ts";

/** A seeded source, uniform in [0, 1): Numerical Recipes' LCG. */
const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
};

const OFFSET_MICROS = 5e9;
const SEED = 3;

/** What a radio and a busy interpreter do: up to 10 ms, and now and then 40 more. Never less than 1 ms. */
const received = (sent: number, skew: number, uniform: () => number): number =>
  sent * (1 + skew) + OFFSET_MICROS + 1_000 + 10_000 * uniform() + (uniform() < 0.2 ? 40_000 * uniform() : 0);

const heardFor = (seconds: number, skew: number, heard = 1, uniform = seeded(SEED)): BeaconClock => {
  const clock = new BeaconClock();
  for (let t = 0; t < seconds * 1e6; t += 60_000) if (uniform() < heard) clock.add(t, received(t, skew, uniform));
  return clock;
};

describe("a clock by beacons alone", () => {
  test.each([20e-6, -40e-6, 0])(
    "skew %d: offset within 1 ms of the quickest way, within its bound; skew within 3 ppm",
    (skew) => {
      for (const heard of [1, 0.3]) {
        const fix = heardFor(240, skew, heard).fixAt(240e6);
        const truth = OFFSET_MICROS + skew * 240e6 + 1_000;
        const error = (fix?.offsetMicros ?? NaN) - truth;
        expect(Math.abs(error), `seed ${String(SEED)}`).toBeLessThanOrEqual(1_000);
        expect(Math.abs((fix?.skew ?? NaN) - skew)).toBeLessThanOrEqual(3e-6);
      }
    },
  );

  test("nothing that is late moves it", () => {
    const clock = heardFor(60, 0);
    const before = clock.fixAt(60e6)?.offsetMicros;
    for (let i = 0; i < 20; i++) clock.add(60e6 + i, 60e6 + i + OFFSET_MICROS + 500_000);
    expect(Math.abs((clock.fixAt(60e6)?.offsetMicros ?? NaN) - (before ?? NaN))).toBeLessThanOrEqual(100);
  });

  test("another clock is noticed, and begins anew; what is no time is left", () => {
    const clock = heardFor(10, 0);
    expect(clock.add(NaN, 1)).toBe(false);
    expect(clock.add(11e6, 11e6 - OFFSET_MICROS)).toBe(true);
    expect(clock.fixAt(11e6)?.offsetMicros).toBeCloseTo(-OFFSET_MICROS, -1);
    expect(new BeaconClock().fixAt(0)).toBeUndefined();
  });
});
