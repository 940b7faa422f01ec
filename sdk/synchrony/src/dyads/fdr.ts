/** Share of the pairs called beyond chance that may be false, on average. */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Benjamini & Hochberg (1995): the smallest false discovery rate at which each hypothesis would be called, its q. It holds
 * under independence and under positive dependence (Benjamini & Yekutieli 2001), which is the kind that dyads have:
 * those of one member rise and fall with this member's steadiness. README has the rate measured on groups of strangers.
 *
 * @param p NaN: withheld, not tested, not counted
 * @param q written; NaN where p is
 * @param order scratch, as long as p
 * @returns how many were tested
 */
export const benjaminiHochberg = (p: Float64Array, q: Float64Array, order: Uint32Array): number => {
  let tested = 0;
  for (let k = 0; k < p.length; k++) {
    q[k] = NaN;
    if (!Number.isNaN(p[k])) order[tested++] = k;
  }
  const ranked = order.subarray(0, tested).sort((a, b) => (p[a] ?? 1) - (p[b] ?? 1));
  let least = 1;
  for (let rank = tested; rank >= 1; rank--) {
    const k = ranked[rank - 1] ?? 0;
    least = Math.min(least, ((p[k] ?? 1) * tested) / rank);
    q[k] = least;
  }
  return tested;
};
