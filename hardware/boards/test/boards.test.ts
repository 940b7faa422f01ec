import { expect, test } from "vitest";
import { boards } from "../src/index.ts";

test.each(Object.entries(boards))("%s: the numbers fit the wire and each other", (id, board) => {
  expect(board.id).toBe(id);
  expect(id.length).toBeLessThanOrEqual(16);
  const { imu, motor } = board;
  // The full range fits a signed 16-bit value, and no more than half of that goes unused.
  for (const [range, scale] of [
    [imu.accelRangeG, imu.accelScaleG],
    [imu.gyroRangeDps, imu.gyroScaleDps],
  ] as const) {
    if (range === 0) continue;
    expect(range / scale).toBeLessThanOrEqual(32_800);
    expect(range / scale).toBeGreaterThan(16_384);
  }
  const lags = motor.lags.map(([, lagMicros]) => lagMicros);
  expect(lags).toEqual([...lags].sort((a, b) => b - a)); // a stronger drive is not felt later
  expect(Math.min(...lags)).toBeGreaterThan(0);
  const strengths = motor.lags.map(([strength]) => strength);
  expect(strengths).toEqual([...new Set(strengths)].sort((a, b) => a - b));
});
