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
  moving.forEach(({ k, values, have }, m) => {
    const quadrature = imaginary[m] ?? values;
    for (let p = 0, i = k; p < points; p++, i += members) {
      const x = values[p] as number;
      const y = quadrature[p] as number;
      const length = Math.sqrt(x * x + y * y);
      if (have[p] !== 1) continue;
      table.mask[i] = 1;
      // The phase of nothing is 0, as atan2 has it.
      table.cos[i] = length > 0 ? x / length : 1;
      table.sin[i] = length > 0 ? y / length : 0;
    }
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
