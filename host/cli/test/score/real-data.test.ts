import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { ScoreResult } from "../../src/score/result.ts";
import { score } from "./bench.ts";

const DATA = process.env["ENTRAIN_DATA"] ?? resolve(import.meta.dirname, "../../../../../shared/data");
const missing = existsSync(DATA) ? "" : ` (skipped: no recordings at ${DATA}, set ENTRAIN_DATA)`;

const scored = async (...args: string[]): Promise<ScoreResult> =>
  JSON.parse((await score(...args, "--json")).out) as ScoreResult;
const walking = (user: number, startMs: number): string[] => [
  `user${String(user)}=${resolve(DATA, `walking-pairs/user${String(user)}_hand_${String(startMs)}.csv`)}`,
  "--start",
  `user${String(user)}=${String(startMs)}`,
];

describe.skipIf(missing !== "")(`recordings of others${missing}`, { timeout: 60_000 }, () => {
  it("walkers at their own pace: read, aligned, and never in sync (CC BY 4.0, Oxford-step-counter)", async () => {
    const result = await scored(
      ...walking(1, 1506421989895),
      ...walking(2, 1506421987098),
      "--time-unit",
      "ns",
      "--accel-unit",
      "ms2",
    );
    expect(result.members.map(({ name, samples }) => [name, samples])).toEqual([
      ["user1", 19405],
      ["user2", 19853],
    ]);
    expect(result.durationS).toBeCloseTo(194, 0);
    expect(result.verdict).not.toBe("in-sync");
    expect(result.windows).toHaveLength(6);
    for (const { verdict } of result.windows) expect(verdict).not.toBe("in-sync");
  });

  it.each([3, 4, 7, 8])("wrists of trial %i: found by their header, ten lines down (MIT, PyEyesWeb)", async (trial) => {
    const result = await scored(
      resolve(DATA, `wrist-imu/imu_trial${String(trial)}.tsv`),
      "--members",
      "RWristIn,LWristIn",
    );
    expect(result.members.map(({ name }) => name)).toEqual(["RWristIn", "LWristIn"]);
    for (const { rateHz } of result.members) expect(rateHz).toBeCloseTo(99.5, 0);
    expect(result.durationS).toBeGreaterThan(30);
  });
});
