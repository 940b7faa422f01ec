import { newKeyPair } from "@entrain/recording";
import { mulberry32 } from "@entrain/synchrony";
import { describe, expect, test } from "vitest";
import { killHost, killSimulated } from "../soak/kill-runs.ts";

const SEED = 7;
const random = mulberry32(SEED);

/** A short version of tests/soak/kill.ts, which kills two hundred. */
describe("a host that is killed", { timeout: 180_000 }, () => {
  test.each([1, 2, 3, 4])("in virtual time, run %i: its file opens, and lacks at most a second", async (k) => {
    const { faults, lostS } = await killSimulated(k, 1_500 * random(), { replays: k === 1 });
    expect({ faults, seed: SEED }).toEqual({ faults: [], seed: SEED });
    expect(lostS).toBeLessThanOrEqual(1);
  });

  test.each([11, 12, 13])("whose file is encrypted, run %i: it opens with the key, the same holds", async (k) => {
    const keys = await newKeyPair();
    const { faults, lostS, lengthS } = await killSimulated(k, 1_000 + 3_000 * random(), { replays: k === 11, keys });
    expect({ faults, seed: SEED }).toEqual({ faults: [], seed: SEED });
    expect(lostS).toBeLessThanOrEqual(1);
    expect(lengthS).toBeGreaterThan(0.1);
  });

  test("in real time: the same of the command itself, and every reading replays to the last bit", async () => {
    const { faults, lostS, lengthS } = await killHost(SEED, 6_000, true);
    expect(faults).toEqual([]);
    expect(lostS).toBeLessThanOrEqual(1);
    expect(lengthS).toBeGreaterThan(1);
  });
});
