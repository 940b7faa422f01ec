/** Rank p with the observation counted among the surrogates: never 0, valid at any number of shifts. */
export const rankP = (observed: number, surrogates: Float64Array, count: number): number => {
  let atLeast = 1;
  for (let i = 0; i < count; i++) if ((surrogates[i] ?? 0) >= observed) atLeast++;
  return atLeast / (count + 1);
};

/** Median of the first `count` values; sorts a copy. */
export const medianOf = (values: Float64Array, count: number): number => {
  if (count === 0) return 0;
  const sorted = values.slice(0, count).sort();
  const middle = count >> 1;
  return count % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** (observed − median)/(ceiling − median), ceiling 1, or undefined where the floor leaves less than .1 above it. */
export const chanceCorrected = (observed: number, median: number): number | undefined =>
  1 - median < 0.1 ? undefined : Math.max(-1, Math.min(1, (observed - median) / (1 - median)));

/** One of several statistics of the same surrogates. */
export interface Weighed {
  readonly observed: number;
  readonly surrogates: Float64Array;
  /** Its share of the level, (0, 1]. */
  readonly weight: number;
}

/**
 * One p for several statistics of the same surrogates (weighted min-P: Westfall & Young 1993; weights as in Genovese,
 * Roeder & Wasserman 2006): how often a surrogate's own smallest p ÷ weight is as small as the observed one. The
 * false-alarm rate stays that of one test, whatever the correlation.
 */
export const minP = (tested: readonly Weighed[], count: number): number => {
  let best = Infinity;
  for (const { observed, surrogates, weight } of tested)
    best = Math.min(best, rankP(observed, surrogates, count) / weight);
  const own = new Float64Array(count).fill(Infinity);
  for (const { observed, surrogates, weight } of tested) {
    // Ranked among the other surrogates and the observation: all count + 1 draws are exchangeable under the null.
    const all = surrogates.subarray(0, count);
    const sorted = new Float64Array(count + 1);
    sorted.set(all);
    sorted[count] = observed;
    sorted.sort();
    for (let i = 0; i < count; i++) {
      const p = (sorted.length - lowerBound(sorted, all[i] ?? 0)) / (count + 1) / weight;
      if (p < (own[i] ?? Infinity)) own[i] = p;
    }
  }
  let atLeast = 1;
  for (let i = 0; i < count; i++) if ((own[i] ?? Infinity) <= best) atLeast++;
  return atLeast / (count + 1);
};

const lowerBound = (sorted: Float64Array, value: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};
