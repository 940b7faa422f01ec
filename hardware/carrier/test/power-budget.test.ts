import { readFileSync } from "node:fs";
import { DUTY_WINDOW_MILLIS, MAX_ON_MILLIS_IN_WINDOW } from "@entrain/protocol";
import { expect, it } from "vitest";
import {
  CELL,
  CHARGE_MILLIAMPS,
  chargeHours,
  meanMilliamps,
  peakMilliamps,
  runHours,
  USES,
} from "../src/power-budget.ts";

/** mA. Ratings: the module's regulator (an SGM2040, say those who looked), the slide switch (PCM12), the transistor (AO3401A). */
const REGULATOR = 250;
const SWITCH = 300;
const TRANSISTOR = 4_000;

it("is the sum that it says", () => {
  expect(meanMilliamps({ processor: 0, radio: 0, pulses: 0, strength: 0 })).toBeCloseTo(0.95, 9);
  const { playing } = USES;
  const more = meanMilliamps({ ...playing, pulses: playing.pulses + 0.01 }) - meanMilliamps(playing);
  expect(more).toBeCloseTo(0.01 * (1 + 1.3 + 0.5 * 122.4), 9);
});

it("lasts a day of sessions, and half a morning at the most that the firmware allows", () => {
  expect(USES.most.pulses).toBe(MAX_ON_MILLIS_IN_WINDOW / DUTY_WINDOW_MILLIS);
  expect(runHours(USES.playing)).toBeGreaterThan(10);
  expect(runHours(USES.most)).toBeGreaterThan(3);
  expect(runHours(USES.resting)).toBeGreaterThan(runHours(USES.playing));
});

it("asks of no part more than it bears, all at once", () => {
  expect(peakMilliamps()).toBeLessThan(REGULATOR);
  expect(peakMilliamps()).toBeLessThan(SWITCH);
  expect(peakMilliamps()).toBeLessThan(TRANSISTOR);
  // A small cell gives one times its capacity, and is charged with half of it at most.
  expect(peakMilliamps()).toBeLessThan(CELL.milliampHours);
  expect(CHARGE_MILLIAMPS).toBeLessThanOrEqual(CELL.milliampHours / 2);
  expect(chargeHours()).toBe(5);
});

it("is what the page says", () => {
  const page = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\|[^|]*\| ([\d.]+) mA \| ([\d.]+) h \|$/gm)].map(([, current, hours]) => [
    Number(current),
    Number(hours),
  ]);
  const uses = [USES.playing, USES.most, USES.resting];
  expect(rows).toHaveLength(uses.length);
  uses.forEach((use, i) => {
    expect(Math.abs((rows[i]?.[0] ?? NaN) / meanMilliamps(use) - 1)).toBeLessThan(0.02);
    expect(Math.abs((rows[i]?.[1] ?? NaN) / runHours(use) - 1)).toBeLessThan(0.02);
  });
  expect(page).toContain(`All at once it takes ${peakMilliamps().toFixed(0)} mA.`);
});
