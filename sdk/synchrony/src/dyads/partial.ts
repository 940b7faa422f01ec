/**
 * Partial phase locking of two members beyond a third, the pacer (Schelter et al. 2006): |S⁻¹ᵢⱼ|/√(S⁻¹ᵢᵢ S⁻¹ⱼⱼ) on the
 * complex PLV matrix of (i, j, pacer), which for three is |Sᵢⱼ − Sᵢₚ S*ⱼₚ| / √((1 − |Sᵢₚ|²)(1 − |Sⱼₚ|²)).
 *
 * Arguments are Re and Im of Sᵢⱼ, Sᵢₚ, Sⱼₚ, where S_ab = ⟨e^{i(φ_a − φ_b)}⟩.
 * @returns [0, 1]; NaN where one of them does what the pacer does and nothing is left to share
 */
export const partialLocking = (
  ijRe: number,
  ijIm: number,
  ipRe: number,
  ipIm: number,
  jpRe: number,
  jpIm: number,
): number => {
  const left = (1 - ipRe * ipRe - ipIm * ipIm) * (1 - jpRe * jpRe - jpIm * jpIm);
  if (!(left > 1e-6)) return NaN;
  const re = ijRe - (ipRe * jpRe + ipIm * jpIm);
  const im = ijIm - (ipIm * jpRe - ipRe * jpIm);
  return Math.min(1, Math.sqrt((re * re + im * im) / left));
};
