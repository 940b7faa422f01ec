import { quadratures } from "./analytic-signal.ts";
import { bridged } from "./bridged.ts";
import type { PhasorTable } from "./group-phase.ts";

/** Whether a signal, its gaps aside, ever changes: what does not has no phase. */
export const isFlat = (signal: Float64Array): boolean => {
  let first = NaN;
  for (const value of signal) {
    if (!Number.isFinite(value)) continue;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) return false;
  }
  return true;
};

const emptyTable = (members: number, points: number): PhasorTable => ({
  members,
  points,
  cos: new Float64Array(members * points),
  sin: new Float64Array(members * points),
  mask: new Uint8Array(members * points),
});

/** Points of all members that are written before the next. */
const BLOCK = 128;

/** Points [from, end) of a member's analytic signal, brought to length 1. */
const write = (
  { members, cos, sin, mask }: PhasorTable,
  k: number,
  values: Float64Array,
  quadrature: Float64Array,
  have: Uint8Array,
  from: number,
  end: number,
): void => {
  for (let p = from, i = from * members + k; p < end; p++, i += members) {
    if (have[p] !== 1) continue;
    const x = values[p] as number;
    const y = quadrature[p] as number;
    const length = Math.sqrt(x * x + y * y);
    mask[i] = 1;
    // The phase of nothing is 0, as atan2 has it.
    cos[i] = length > 0 ? x / length : 1;
    sin[i] = length > 0 ? y / length : 0;
  }
};

/**
 * Phases of whole signals, by the analytic signal of each as it stands. A point where a signal has a gap is masked, and
 * so is the whole of one that never changes.
 *
 * @param signals each of shape [n]; what is not finite is a gap
 */
export const phasorTable = (signals: readonly Float64Array[]): PhasorTable => {
  const members = signals.length;
  const points = signals[0]?.length ?? 0;
  const table = emptyTable(members, points);
  const moving = signals.flatMap((signal, k) => (isFlat(signal) ? [] : [{ k, ...bridged(signal) }]));
  const imaginary = quadratures(moving.map(({ values }) => values));
  // Members lie side by side in the table: a few points of all of them at once, or each would fetch every line anew.
  for (let from = 0; from < points; from += BLOCK)
    moving.forEach(({ k, values, have }, m) => {
      write(table, k, values, imaginary[m] ?? values, have, from, Math.min(points, from + BLOCK));
    });
  return table;
};

/**
 * The same from phases that are known already.
 *
 * @param phasesRad each of shape [n]; NaN is a gap
 */
export const phasorTableOf = (phasesRad: readonly Float64Array[]): PhasorTable => {
  const members = phasesRad.length;
  const points = phasesRad[0]?.length ?? 0;
  const table = emptyTable(members, points);
  phasesRad.forEach((phases, k) => {
    for (let p = 0, i = k; p < points; p++, i += members) {
      const rad = phases[p] as number;
      if (!Number.isFinite(rad)) continue;
      table.mask[i] = 1;
      table.cos[i] = Math.cos(rad);
      table.sin[i] = Math.sin(rad);
    }
  });
  return table;
};
