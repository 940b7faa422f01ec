import type { GestureName } from "@entrain/simulator";
import { type PairResult, runPair } from "./mirror/pair.ts";
import { type Row, shown } from "./row.ts";
import { quantile } from "./statistics.ts";

const SECONDS = 30;
const SEEDS = [3, 7];
/** The leader's movement: its pace over the comfortable tempo, and its size. */
const WAYS = [
  [0.6, 1],
  [1, 0.5],
  [1, 1],
  [1, 1.5],
  [1.35, 1],
] as const;
const BANDS = [
  ["xiao-sense", "usb", "≤ 80"],
  ["xiao-sense", "ble", "≤ 150"],
  ["banglejs2", "ble", "≤ 150"],
] as const;
const STRUCK: readonly GestureName[] = ["drum", "clap"];
const COMFORTABLE = [[1, 1]] as const;
/** Movements that have no blow in them: nothing is to be told of them. */
const SMOOTH: readonly GestureName[] = ["arm-swing", "sway"];

const share = (part: number, whole: number): string => `${shown((100 * part) / Math.max(1, whole))} %`;
const sum = (results: readonly PairResult[], of: (result: PairResult) => number): number =>
  results.reduce((total, result) => total + of(result), 0);

const runs = async (
  [board, link]: readonly ["xiao-sense" | "banglejs2", "usb" | "ble", string],
  gesture: GestureName | undefined,
  ways: readonly (readonly [pace: number, vigour: number])[],
): Promise<readonly PairResult[]> => {
  const results: PairResult[] = [];
  for (const [i, [pace, vigour]] of ways.entries())
    for (const seed of SEEDS)
      results.push(await runPair({ board, link, gesture, pace, vigour, seed: seed + 100 * i, seconds: SECONDS }));
  return results;
};

/** Movement onset to the follower's motor command, and how often an onset is missed or made up; simulated. */
export const benchMirror = async (): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const band of BANDS) {
    const [board, link, target] = band;
    for (const gesture of STRUCK) {
      const results = await runs(band, gesture, WAYS);
      const delays = results.flatMap(({ delaysMillis }) => delaysMillis);
      const at = (q: number): string => shown(quantile(delays, q));
      const movements = sum(results, (r) => r.movements);
      const told = sum(results, (r) => r.told);
      const falseOnsets = sum(results, (r) => r.falseOnsets);
      rows.push({
        what: `mirror, ${gesture}, ${board} over ${link}: movement onset to the follower's motor command`,
        value: `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms (${String(movements)} movements; missed ${share(movements - told, movements)}, false ${share(falseOnsets, told + falseOnsets)})`,
        target: `p95 ${target} ms, false ≤ 2 %`,
      });
    }
    const smooth = (await Promise.all(SMOOTH.map((gesture) => runs(band, gesture, COMFORTABLE)))).flat();
    const step = await runs(band, "step", COMFORTABLE);
    const still = await runs(band, undefined, COMFORTABLE);
    rows.push({
      what: `mirror, ${board}: onsets told a minute of arm swings and sways, of nobody who moves; steps told`,
      value: `${shown((60 * sum(smooth, (r) => r.falseOnsets + r.told)) / (smooth.length * SECONDS))}, ${shown((60 * sum(still, (r) => r.falseOnsets)) / (still.length * SECONDS))}; ${share(
        sum(step, (r) => r.told),
        sum(step, (r) => r.movements),
      )}`,
    });
  }
  return rows;
};
