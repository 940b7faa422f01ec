import { describe, expect, it } from "vitest";
import { createBandClock, CRYSTAL_TICK_MICROS, type BandClockOpts } from "../src/clock/index.ts";
import { createRandom } from "../src/random/index.ts";

const START = 123_456_789;
const HOUR = 3_600e6;

const clocks: BandClockOpts[] = [
  { offsetMicros: 0, skewPpm: 0 },
  { offsetMicros: -7e9, skewPpm: 20, tStartMicros: START },
  { offsetMicros: 1.7e15, skewPpm: -40, driftPpmPerHour: 3, tStartMicros: START },
  { offsetMicros: 5e6, skewPpm: 15, driftPpmPerHour: -2, tickMicros: 0, tStartMicros: START },
];

describe("a band clock told nonsense", () => {
  it("refuses what no clock does", () => {
    for (const wrong of [
      { skewPpm: NaN },
      { skewPpm: -1e6 },
      { offsetMicros: Infinity },
      { tickMicros: -1 },
      { driftPpmPerHour: NaN },
    ])
      expect(() => createBandClock({ offsetMicros: 0, skewPpm: 0, ...wrong })).toThrow(RangeError);
    const clock = createBandClock({ offsetMicros: 0, skewPpm: 0 });
    expect(() => clock.trueAtBand(NaN)).toThrow(RangeError);
    expect(() => {
      clock.jump(NaN);
    }).toThrow(RangeError);
  });
});

describe.each(clocks)("a band clock ($offsetMicros, $skewPpm ppm)", (opts) => {
  const clock = createBandClock(opts);
  /** A float64 of 1.7e15 moves in steps of a quarter. */
  const rounding = opts.offsetMicros > 1e15 ? 1 : 1e-4;
  const random = createRandom(1);
  const times = Array.from({ length: 400 }, () => START + random.uniform() * 10 * HOUR);

  it("reads in whole ticks, never ahead of itself", () => {
    const tick = opts.tickMicros ?? CRYSTAL_TICK_MICROS;
    for (const t of times) {
      const behind = clock.exactBandAt(t) - clock.bandAt(t);
      expect(behind).toBeGreaterThanOrEqual(-rounding);
      expect(behind).toBeLessThanOrEqual(tick + rounding);
      const ticks = clock.bandAt(t) / tick;
      if (tick > 0) expect(Math.abs(ticks - Math.round(ticks))).toBeLessThan(rounding);
    }
  });

  it("comes back to where it started, within rounding", () => {
    for (const t of times) expect(Math.abs(clock.trueAtBand(clock.exactBandAt(t)) - t)).toBeLessThan(rounding);
  });

  it("shows the tick that was asked for by the time it gives", () => {
    for (const t of times) {
      const shown = clock.bandAt(t);
      expect(clock.bandAt(clock.trueAtBand(shown))).toBeGreaterThanOrEqual(shown);
    }
  });

  it("never runs back", () => {
    const sorted = [...times].sort((a, b) => a - b).map((t) => clock.bandAt(t));
    expect(sorted.every((v, i) => i === 0 || v >= (sorted[i - 1] ?? NaN))).toBe(true);
  });
});

describe("skew, drift and jumps", () => {
  it("have the sizes asked for", () => {
    const clock = createBandClock({
      offsetMicros: 500,
      skewPpm: 20,
      driftPpmPerHour: 4,
      tickMicros: 0,
      tStartMicros: START,
    });
    expect(clock.bandAt(START)).toBe(500);
    // 20 ppm over an hour is 72 ms; a drift of 4 ppm an hour adds half of 4 ppm over it.
    expect(clock.bandAt(START + HOUR) - 500 - HOUR).toBeCloseTo(72_000 + 7_200, 3);
  });

  it("move both maps", () => {
    const clock = createBandClock({ offsetMicros: 0, skewPpm: 10 });
    const before = clock.exactBandAt(START);
    clock.jump(-Number(before));
    expect(clock.exactBandAt(START)).toBeCloseTo(0, 6);
    expect(clock.trueAtBand(0)).toBeCloseTo(START, 4);
  });
});
