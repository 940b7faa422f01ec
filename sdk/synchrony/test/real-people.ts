import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { at, ORIGIN, type Samples } from "./people.ts";

/** Recordings of real people: a folder beside the repository, or the one that ENTRAIN_DATA names. */
const DATA = process.env["ENTRAIN_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");
/** Stands in the name of a test that cannot run without them. */
export const missing = existsSync(DATA) ? "" : ` (skipped: no recordings at ${DATA}, set ENTRAIN_DATA)`;

const fromRows = (
  rows: readonly number[][],
  tMicros: (row: number[]) => number,
  column: number,
  toG: number,
): Samples => ({
  tMicros: Float64Array.from(rows, tMicros),
  accelG: Float64Array.from(rows.flatMap((r) => [0, 1, 2].map((i) => (r[column + i] ?? NaN) / toG))),
});

/** Two wrists of one person. */
export const wrists = (trial: number): Samples[] => {
  const lines = readFileSync(resolve(DATA, `wrist-imu/imu_trial${String(trial)}.tsv`), "utf8")
    .split("\n")
    .slice(11);
  const rows = lines.filter((l) => l.includes("\t")).map((l) => l.split("\t").map(Number));
  return [2, 5].map((column) => fromRows(rows, (r) => at(r[1] ?? NaN), column, 1));
};

/** Two walkers, each at their own pace, on one clock. */
export const walkers = (placement: string): { people: Samples[]; seconds: number } => {
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
