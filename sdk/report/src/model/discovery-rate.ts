/** At most this share of the moments that a report points out is expected to be chance. */
export const DISCOVERY_RATE = 0.05;

/**
 * Which of many tests stand, with the false discovery rate held at `rate`. Valid for tests that are independent or lean
 * the same way (Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001).
 *
 * @param ps - in (0, 1], in any order
 * @returns the largest p that stands; 0 where none does
 * @example discoveryThreshold([0.01, 0.02, 0.9], 0.05) // 0.02
 */
export const discoveryThreshold = (ps: readonly number[], rate: number): number => {
  const sorted = [...ps].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, k) => p <= (rate * (k + 1)) / sorted.length);
  return sorted[last] ?? 0;
};
