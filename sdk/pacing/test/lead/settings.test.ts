import { describe, expect, test } from "vitest";
import { LEAD_DEFAULTS, LEAD_RANGES, leadSettings, PacingError } from "../../src/index.ts";

const at = "steps[2].tempo";

describe("settings that are refused say where, what was expected, and what was found", () => {
  test.each([
    [{}, `expected ${at} to have one of targetBpm and changePercent, found {}`],
    [{ targetBpm: 60, changePercent: -20 }, "to have one of targetBpm and changePercent"],
    [{ targetBpm: "60" }, `expected ${at}.targetBpm as a number from 4 to 240, found "60"`],
    [{ targetBpm: NaN }, `${at}.targetBpm`],
    [{ targetBpm: 30 }, `expected ${at}.targetBpm from slowestBpm (40) to fastestBpm (180), found 30`],
    [{ targetBpm: 60, mostPercentPerBar: 40 }, `expected ${at}.mostPercentPerBar as a number from 0.1 to 15, found 40`],
    [{ targetBpm: 60, hurry: 1 }, `expected ${at}.hurry not to be there`],
    [{ targetBpm: 60, toString: 1 }, `expected ${at}.toString not to be there`],
    [{ targetBpm: 60, slowestBpm: 190 }, `expected ${at}.slowestBpm below fastestBpm (180), found 190`],
    [{ targetBpm: 60, listenSeconds: 60 }, `expected ${at}.listenSeconds at most listenAtMostSeconds (16), found 60`],
    [{ targetBpm: 60, backShare: 0.9 }, `expected ${at}.backShare at most goShare`],
  ])("%j", (given, message) => {
    expect(() => leadSettings(given, at)).toThrow(PacingError);
    expect(() => leadSettings(given, at)).toThrow(message);
  });
});

test("every default lies within its range", () => {
  for (const [name, value] of Object.entries(LEAD_DEFAULTS)) {
    const { least, most } = LEAD_RANGES[name as keyof typeof LEAD_RANGES];
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  }
});

test("the docstring's example", () => {
  expect(leadSettings({ targetBpm: 60 }, "steps[0].tempo").mostPercentPerBar).toBe(3);
});
