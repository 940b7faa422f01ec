import type { LockingMatrix } from "./phase-locking.ts";

/** Below this share of what is left of a phase once the third is taken out, nothing can be said. */
const SINGULAR = 1e-12;

/**
 * The closed form of partial locking for three: |S_ij − S_ip S*_jp| / √((1 − |S_ip|²)(1 − |S_jp|²)), from the real and
 * imaginary parts of S_ab = ⟨e^{i(φ_a − φ_b)}⟩.
 *
 * @returns [0, 1], or NaN where one of the two is locked to the third completely
 */
export const partialOfThree = (
  ijRe: number,
  ijIm: number,
  ipRe: number,
  ipIm: number,
  jpRe: number,
  jpIm: number,
): number => {
  const left = (1 - ipRe * ipRe - ipIm * ipIm) * (1 - jpRe * jpRe - jpIm * jpIm);
  if (!(left > SINGULAR)) return NaN;
  const re = ijRe - (ipRe * jpRe + ipIm * jpIm);
  const im = ijIm - (ipIm * jpRe - ipRe * jpIm);
  return Math.min(1, Math.sqrt((re * re + im * im) / left));
};

/**
 * Phase locking of i and j beyond a third, mostly the pacer: |S⁻¹ᵢⱼ| / √(S⁻¹ᵢᵢ S⁻¹ⱼⱼ) of the complex locking matrix S of the
 * three (Schelter et al. 2006), see {@link partialOfThree}.
 */
export const partialLockingValue = (
  { members, re, im }: LockingMatrix,
  i: number,
  j: number,
  third: number,
): number => {
  const part = (values: Float64Array, row: number, column: number): number => values[row * members + column] ?? NaN;
  return partialOfThree(
    part(re, i, j),
    part(im, i, j),
    part(re, i, third),
    part(im, i, third),
    part(re, j, third),
    part(im, j, third),
  );
};
