import { expect, test } from "vitest";
import { MAX_BPM, MIN_BPM, periodOfBpm } from "../src/index.ts";

test("the period of periodOfBpm's docstring", () => {
  expect(periodOfBpm(100)).toBe(600_000);
});

test("the slowest and the fastest tempo are within the range", () => {
  expect([periodOfBpm(MIN_BPM), periodOfBpm(MAX_BPM)]).toEqual([15_000_000, 250_000]);
});
