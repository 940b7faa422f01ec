import { select } from "./internal/select.ts";

/** Rank p with the observation counted among the surrogates: never 0, valid at any number of shifts. */
export const rankP = (observed: number, surrogates: Float64Array, count: number): number => {
  let atLeast = 1;
  for (let i = 0; i < count; i++) if ((surrogates[i] ?? 0) >= observed) atLeast++;
  return atLeast / (count + 1);
};

/** Median of the first `count` values. */
export const medianOf = (values: Float64Array, count: number): number => {
  if (count === 0) return 0;
  const copy = values.slice(0, count);
  const middle = count >> 1;
  const upper = select(copy, middle);
  return count % 2 === 1 ? upper : (Math.max(...copy.subarray(0, middle)) + upper) / 2;
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
  const isAsSmall = new Uint8Array(count);
  for (const { observed, surrogates, weight } of tested) {
    // Ranked among the other surrogates and the observation: all count + 1 draws are exchangeable under the null.
    const rank = Math.min(count + 1, Math.floor(best * weight * (count + 1) + 1e-9));
    if (rank >= 1) markTop(rank, surrogates, observed, isAsSmall);
  }
  return (1 + isAsSmall.reduce((sum, one) => sum + one, 0)) / (count + 1);
};

/** Marks the surrogates that no more than `rank` of all, these and the observation, reach. */
const markTop = (rank: number, surrogates: Float64Array, observed: number, marks: Uint8Array): void => {
  const count = marks.length;
  const all = new Float64Array(count + 1);
  all.set(surrogates.subarray(0, count));
  all[count] = observed;
  const least = select(all, count + 1 - rank);
  let reached = 0;
  for (let i = 0; i <= count; i++) if ((all[i] as number) >= least) reached++;
  for (let i = 0; i < count; i++) {
    const value = surrogates[i] as number;
    if (value > least || (value === least && reached <= rank)) marks[i] = 1;
  }
};
