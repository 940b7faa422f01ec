import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { mulberry32 } from "@entrain/synchrony";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScoreResult } from "../../src/score/result.ts";
import { csv, failure, Folder, score } from "./bench.ts";
import { schemaFaults } from "./schema-check.ts";

const SCHEMA = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../src/score/score.schema.json"), "utf8"),
) as Parameters<typeof schemaFaults>[1];

const SECONDS = 90;
const RATE_HZ = 50;
const random = mulberry32(12);
/** About normal, SD 1. */
const noise = (): number => 2 * (random() + random() + random() - 1.5);

/** Asynchronies with one pulse a second, s: three quarters of each are left at the next. */
const asynchronies = (): readonly number[] => {
  let late = 0;
  return Array.from({ length: SECONDS + 4 }, () => (late = 0.75 * late + 0.04 * noise()));
};

const follower = (lateS: readonly number[]): string => {
  const beats = lateS.map((late, b) => b - 1 + late);
  let b = 0;
  const rows = Array.from({ length: SECONDS * RATE_HZ }, (_, i) => {
    const t = i / RATE_HZ;
    while ((beats[b + 1] ?? Infinity) <= t) b++;
    const from = beats[b] ?? 0;
    const rad = (2 * Math.PI * (t - from)) / ((beats[b + 1] ?? from + 1) - from);
    return [t, 0.2 * Math.cos(rad) + 0.06 * Math.cos(2 * rad) + 0.005 * noise(), 0.005 * noise(), 1];
  });
  return csv(rows);
};

let folder: Folder;
let files: readonly string[];

beforeAll(() => {
  folder = new Folder();
  const shared = asynchronies();
  const own = shared.map((late) => late + 0.01 * noise());
  files = [shared, own, asynchronies()].map((late, k) => folder.write(`${"abc"[k] ?? ""}.csv`, follower(late)));
});

afterAll(() => {
  folder.remove();
});

const dyadsOf = async (...args: string[]): Promise<ScoreResult["dyads"]["pairs"]> => {
  const result = JSON.parse((await score(...files, ...args, "--window", "90", "--json")).out) as ScoreResult;
  expect(schemaFaults(result, SCHEMA)).toEqual([]);
  return result.dyads.pairs;
};

describe("--pacer", { timeout: 30_000 }, () => {
  it("says what two share beyond the pulse that all follow, and that others share nothing", async () => {
    const [together, apart] = await dyadsOf("--pacer", "60");
    expect([together?.a, together?.b, apart?.b]).toEqual(["a", "b", "c"]);
    expect(together?.partial).toBeGreaterThan(0.6);
    expect(together?.partialP).toBeLessThan(0.05);
    expect(together?.residualR).toBeGreaterThan(0.8);
    expect(together?.residualP).toBeLessThan(0.05);
    expect(Math.abs(together?.residualLeadS ?? NaN)).toBeLessThan(0.3);
    expect(apart?.partialP).toBeGreaterThan(0.05);
  });

  it("without one there is nothing beyond it", async () => {
    for (const { partial, partialP, residualR, residualP, residualLeadS } of await dyadsOf())
      expect([partial, partialP, residualR, residualP, residualLeadS]).toEqual([null, null, null, null, null]);
  });

  it.each(["3", "241", "0x3c", "", "60 bpm"])("refuses %j", async (text) => {
    expect(await failure(...files, "--pacer", text)).toBe(
      `usage: expected --pacer 4 to 240 beats a minute, found ${JSON.stringify(text)}`,
    );
  });
});
