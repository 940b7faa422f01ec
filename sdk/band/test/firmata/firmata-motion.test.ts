import { describe, expect, it } from "vitest";
import type { BandSamples } from "../../src/index.ts";
import { swaying } from "./bench.ts";
import { booted, listening } from "./listening.ts";

/** The coarsest step of ±8 g and of ±2000 deg/s, halved: what rounding may cost. */
const HALF_STEP_G = 0.5 / 4_096;
const HALF_STEP_DPS = 0.5 / 16.4;

const times = (heard: readonly BandSamples[]): number[] => heard.flatMap(({ tMicros }) => [...tMicros]);
const isIncreasing = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

describe("samples", () => {
  it("arrive in g and deg/s, at the interval asked for, in order", async () => {
    const table = await booted();
    const { heard } = await listening(table);
    await table.pass(2_000_000);
    expect(heard.length).toBeGreaterThanOrEqual(198);
    expect(heard.length).toBeLessThanOrEqual(201);
    for (const { tMicros, accelG, gyroDps, missed } of heard) {
      const truth = swaying(tMicros[0] ?? NaN);
      expect(accelG[2]).toBeCloseTo(1, 2);
      expect(Math.abs((accelG[0] ?? NaN) - truth.accelG[0])).toBeLessThanOrEqual(HALF_STEP_G);
      expect(Math.abs((gyroDps?.[2] ?? NaN) - truth.gyroDps[2])).toBeLessThanOrEqual(HALF_STEP_DPS);
      expect(missed).toBe(0);
    }
    expect(isIncreasing(times(heard))).toBe(true);
  });

  it("keep their order when they arrive together after a stall", async () => {
    const table = await booted();
    const { heard } = await listening(table);
    table.clock.advanceBy(100_000);
    await table.settle();
    expect(heard.length).toBeGreaterThanOrEqual(9);
    expect(isIncreasing(times(heard))).toBe(true);
  });

  it.each([true, false])(
    "are not made up while the sensor's wire is broken (stale replies: %s)",
    async (repliesStale) => {
      const table = await booted();
      const { heard } = await listening(table);
      await table.pass(100_000);
      table.device.i2c.repliesStale = repliesStale;
      table.device.i2c.sensor = undefined;
      const before = heard.length;
      await table.pass(100_000);
      expect(heard.length).toBe(before);
      table.device.i2c.sensor = table.sensor;
      await table.pass(100_000);
      expect(heard[before]?.missed).toBe(10);
      expect(heard[before + 1]?.missed).toBe(0);
    },
  );

  it.each([1, 2])("are not made up from replies that lost %i byte(s) on the wire", async (lostBytes) => {
    const table = await booted();
    const { heard } = await listening(table);
    const deliver = table.device.onBytes;
    let replies = 0;
    table.device.onBytes = (bytes) => {
      const lost = replies++ % bytes.length;
      deliver?.(bytes.filter((_, i) => i < lost || i >= lost + lostBytes));
    };
    await table.pass(1_000_000);
    expect(replies).toBeGreaterThan(35);
    expect(heard).toEqual([]);
  });

  it("cannot be asked for faster than firmata-io passes on", async () => {
    const table = await booted();
    await expect(table.open({ intervalMicros: 5_000 })).rejects.toMatchObject({ code: "refused" });
  });
});
