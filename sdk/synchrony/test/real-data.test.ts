import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { at, ORIGIN, recorded, type Samples } from "./people.ts";

const DATA = process.env["ENTRAIN_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");
const missing = existsSync(DATA) ? "" : ` (skipped: no recordings at ${DATA}, set ENTRAIN_DATA)`;

const fromRows = (
  rows: readonly number[][],
  tMicros: (row: number[]) => number,
  column: number,
  toG: number,
): Samples => ({
  tMicros: Float64Array.from(rows, tMicros),
  accelG: Float64Array.from(rows.flatMap((r) => [0, 1, 2].map((i) => (r[column + i] ?? NaN) / toG))),
});

const wrists = (trial: number): Samples[] => {
  const lines = readFileSync(resolve(DATA, `wrist-imu/imu_trial${String(trial)}.tsv`), "utf8")
    .split("\n")
    .slice(11);
  const rows = lines.filter((l) => l.includes("\t")).map((l) => l.split("\t").map(Number));
  return [2, 5].map((column) => fromRows(rows, (r) => at(r[1] ?? NaN), column, 1));
};

const walkers = (placement: string): { people: Samples[]; seconds: number } => {
  const folder = resolve(DATA, "walking-pairs");
  const files = readdirSync(folder)
    .filter((f) => f.includes(placement))
    .sort();
  const starts = files.map((f) => Number(/_(\d+)\.csv$/.exec(f)?.[1]));
  const latest = Math.max(...starts);
  const people = files.map((file, k) => {
    const rows = readFileSync(resolve(folder, file), "utf8")
      .trim()
      .split("\n")
      .map((l) => l.split(",").map(Number));
    const first = rows[0]?.[0] ?? 0;
    return fromRows(rows, (r) => ORIGIN + ((starts[k] ?? 0) - latest) * 1000 + ((r[0] ?? 0) - first) / 1000, 1, 9.81);
  });
  return { people, seconds: Math.min(...people.map((p) => ((p.tMicros.at(-1) ?? 0) - ORIGIN) / 1e6)) };
};

describe.skipIf(missing !== "")(`two wrists of one person (InfoMusCP/PyEyesWeb, MIT)${missing}`, () => {
  const score = (trial: number) => recorded(wrists(trial), 45).scoreWhole();

  it("trial 3 is in sync and above trial 4, which is not", () => {
    const [together, apart] = [score(3), score(4)];
    expect(together.verdict).toBe("in-sync");
    expect(apart.verdict).not.toBe("in-sync");
    expect(together.score).toBeGreaterThan((apart.score ?? 0) + 0.2);
  });

  it("clapping trial 7 is in sync, 8 is not", () => {
    const [together, apart] = [score(7), score(8)];
    expect(together.verdict).toBe("in-sync");
    expect(apart.verdict).not.toBe("in-sync");
    expect(together.score).toBeGreaterThan((apart.score ?? 0) + 0.2);
  });
});

describe.skipIf(missing !== "")(`two walkers at their own pace (Oxford-step-counter, CC BY 4.0)${missing}`, () => {
  it.each(["hand", "frontpocket"])(
    "%s: not in sync as a whole, nor in more than 5 %% of windows",
    { timeout: 60_000 },
    (placement) => {
      const { people, seconds } = walkers(placement);
      const scorer = recorded(people, seconds);
      expect(scorer.scoreWhole().verdict).not.toBe("in-sync");
      let [windows, alarms] = [0, 0];
      for (const windowS of [10, 15, 20, 30, 60, 120]) {
        for (let from = 0; from + windowS <= seconds; from += 7) {
          windows++;
          if (scorer.scoreWindow(at(from), at(from + windowS), { shifts: 99 }).verdict === "in-sync") alarms++;
        }
      }
      expect(alarms / windows).toBeLessThanOrEqual(0.05);
    },
  );
});
