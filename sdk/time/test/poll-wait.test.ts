import { expect, test } from "vitest";
import { FAST_EXCHANGES, pollWaitMicros } from "../src/index.ts";

test("fast at first, then sparing, and never less often than every second", () => {
  const waits = Array.from({ length: 1_000 }, (_, i) => pollWaitMicros(i));
  expect(Math.max(...waits.slice(0, FAST_EXCHANGES))).toBeLessThanOrEqual(60_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000_000);
  expect(Math.min(...waits.slice(130))).toBeGreaterThan(850_000);
});

test.each([7_500, 15_000, 30_000, 50_000, 100_000, 200_000])(
  "requests fall evenly into all phases of a rhythm of %i µs",
  (periodMicros) => {
    const TENTHS = 10;
    const counts = new Float64Array(TENTHS);
    let t = 0;
    for (let i = 0; i < 1_000; i++) {
      t += pollWaitMicros(i);
      const tenth = Math.floor(((t % periodMicros) / periodMicros) * TENTHS);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(60);
  },
);
