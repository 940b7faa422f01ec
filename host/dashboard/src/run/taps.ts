import { MAX_BPM, MIN_BPM } from "../host/tempo.ts";

/** After this long the next tap begins anew: slower than the slowest movement that anybody taps. */
const FORGET_MS = 4000;
const KEPT = 8;
/** Two intervals are the least that show a steady hand. */
const LEAST_TAPS = 3;

/** The taps so far, with one more. Times in milliseconds. */
export const tapped = (taps: readonly number[], atMs: number): readonly number[] => {
  const last = taps.at(-1);
  return last !== undefined && atMs - last > FORGET_MS ? [atMs] : [...taps, atMs].slice(-KEPT);
};

/** The tempo of the taps, beats a minute: the median of their intervals. Undefined while there are too few. */
export const tempoOfTaps = (taps: readonly number[]): number | undefined => {
  if (taps.length < LEAST_TAPS) return undefined;
  const intervals = taps.slice(1).map((atMs, k) => atMs - (taps[k] ?? atMs));
  const sorted = intervals.sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  const median = ((sorted[upper] ?? 0) + (sorted[(sorted.length - 1) >> 1] ?? 0)) / 2;
  const bpm = Math.round(60_000 / median);
  return bpm >= MIN_BPM && bpm <= MAX_BPM ? bpm : undefined;
};
