import type { LockingMatrix } from "./phase-locking.ts";

/** Below this share of what is left of a phase once the third is taken out, nothing can be said. */
const SINGULAR = 1e-12;

/**
 * Phase locking of i and j beyond a third, mostly the pacer: |S⁻¹ᵢⱼ| / √(S⁻¹ᵢᵢ S⁻¹ⱼⱼ) of the complex locking matrix S of the
 * three (Schelter et al. 2006). Of three, the inverse has a closed form: |S_ij − S_ip S_pj| / √((1 − |S_ip|²)(1 − |S_jp|²)).
 *
 * @returns [0, 1], or NaN where one of the two is locked to the third completely
 */
export const partialLockingValue = (
  { members, re, im }: LockingMatrix,
  i: number,
  j: number,
  third: number,
): number => {
  const at = (row: number, column: number): readonly [number, number] => [
    re[row * members + column] ?? NaN,
    im[row * members + column] ?? NaN,
  ];
  const [ijRe, ijIm] = at(i, j);
  const [ipRe, ipIm] = at(i, third);
  const [pjRe, pjIm] = at(third, j);
  const left = (1 - ipRe * ipRe - ipIm * ipIm) * (1 - pjRe * pjRe - pjIm * pjIm);
  if (!(left > SINGULAR)) return NaN;
  const direct = Math.hypot(ijRe - (ipRe * pjRe - ipIm * pjIm), ijIm - (ipRe * pjIm + ipIm * pjRe));
  return Math.min(1, direct / Math.sqrt(left));
};
