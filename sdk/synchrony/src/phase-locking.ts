import type { PhasorTable } from "./group-phase.ts";

/** Mean of e^{i(nφ_i − mφ_j)} over the points that both have, shape [members × members] row by row; NaN where none. */
export interface LockingMatrix {
  readonly members: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Points gone over at once: what is read again and again stays in the nearest cache. */
const BLOCK = 128;

/** Points that both of a pair have. */
const commonPoints = ({ members, points, mask }: PhasorTable): Float64Array => {
  const common = new Float64Array(members * members).fill(points);
  if (!mask.includes(0)) return common;
  common.fill(0);
  for (let p = 0; p < points; p++)
    for (let i = 0, row = p * members; i < members; i++) {
      if (mask[row + i] !== 1) continue;
      for (let j = 0; j < members; j++)
        common[i * members + j] = (common[i * members + j] as number) + (mask[row + j] as number);
    }
  return common;
};

interface Phasors {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** Σ u_i ū_j into [i, j] for i < j, or for all. A masked phasor is 0 and adds nothing. */
const sumProducts = (table: PhasorTable, left: Phasors, right: Phasors, all: boolean): LockingMatrix => {
  const { members, points } = table;
  const re = new Float64Array(members * members);
  const im = new Float64Array(members * members);
  for (let from = 0; from < points; from += BLOCK) {
    const end = Math.min(points, from + BLOCK) * members;
    for (let i = 0; i < members; i++)
      for (let j = all ? 0 : i; j < members; j++) {
        let sumRe = 0;
        let sumIm = 0;
        for (let a = from * members + i, b = from * members + j; a < end; a += members, b += members) {
          const ac = left.cos[a] as number;
          const as = left.sin[a] as number;
          const bc = right.cos[b] as number;
          const bs = right.sin[b] as number;
          sumRe += ac * bc + as * bs;
          sumIm += as * bc - ac * bs;
        }
        const at = i * members + j;
        re[at] = (re[at] as number) + sumRe;
        im[at] = (im[at] as number) + sumIm;
      }
  }
  return { members, re, im };
};

const divided = (sums: LockingMatrix, table: PhasorTable): LockingMatrix => {
  const common = commonPoints(table);
  for (let at = 0; at < common.length; at++) {
    sums.re[at] = (sums.re[at] as number) / (common[at] as number);
    sums.im[at] = (sums.im[at] as number) / (common[at] as number);
  }
  return sums;
};

/**
 * Phase locking of every pair, complex: its length is the phase-locking value (Lachaux et al. 1999), its angle the mean
 * relative phase φ_i − φ_j. Pairwise complete.
 *
 * @param table masked phasors are 0
 */
export const phaseLocking = (table: PhasorTable): LockingMatrix => {
  const { members } = table;
  const sums = sumProducts(table, table, table, false);
  for (let i = 0; i < members; i++)
    for (let j = 0; j < i; j++) {
      sums.re[i * members + j] = sums.re[j * members + i] as number;
      sums.im[i * members + j] = -(sums.im[j * members + i] as number);
    }
  return divided(sums, table);
};

/** u^n: the phase n times over. */
const powered = ({ cos, sin, mask }: PhasorTable, n: number): Phasors => {
  const out = { cos: Float64Array.from(mask), sin: new Float64Array(sin.length) };
  for (let turn = 0; turn < n; turn++)
    for (let i = 0; i < cos.length; i++) {
      const c = out.cos[i] as number;
      const s = out.sin[i] as number;
      out.cos[i] = c * (cos[i] as number) - s * (sin[i] as number);
      out.sin[i] = c * (sin[i] as number) + s * (cos[i] as number);
    }
  return out;
};

/**
 * n:m phase locking, mean of e^{i(nφ_i − mφ_j)} (Tass et al. 1998): with 2:1 it is high where j moves at double the tempo
 * of i. It has a direction, so [i, j] and [j, i] differ.
 *
 * @param n, m whole numbers from 1
 */
export const nmLocking = (table: PhasorTable, n: number, m: number): LockingMatrix =>
  n === m && n === 1
    ? phaseLocking(table)
    : divided(sumProducts(table, powered(table, n), powered(table, m), true), table);

/** |⟨e^{iΔφ}⟩| of a pair, [0, 1]; NaN where the two share no point. */
export const lockingValue = ({ members, re, im }: LockingMatrix, i: number, j: number): number =>
  Math.hypot(re[i * members + j] ?? NaN, im[i * members + j] ?? NaN);

/** Mean relative phase of a pair, (−π, π]; positive: i is ahead. NaN where the two share no point. */
export const relativePhaseRad = ({ members, re, im }: LockingMatrix, i: number, j: number): number =>
  Math.atan2(im[i * members + j] ?? NaN, re[i * members + j] ?? NaN);
