/** A peak of a lagged correlation. */
export interface CorrelationPeak {
  readonly peakR: number;
  /** Points; positive: the second series is behind the first. */
  readonly lag: number;
}

const isHighest = (values: Float64Array, at: number, reach: number): boolean => {
  const to = Math.min(values.length - 1, at + reach);
  for (let k = Math.max(0, at - reach); k <= to; k++)
    if (!((values[k] as number) <= (values[at] as number))) return false;
  return true;
};

/**
 * Peak picking of Boker, Rotondo, Xu & King (2002): of all lags at which the correlation is the highest within `region` lags
 * to both sides, the one nearest to lag 0. A rise that ends at the last lag is no peak: where it leads is not known.
 *
 * @param correlations shape [2K + 1], lags −K to K
 * @param region lags, from 1; K or more asks for the highest of all. Default K
 * @returns undefined where there is no peak
 * @example pickPeak(Float64Array.of(0.1, 0.2, 0.9, 0.4, 0.3)) // { peakR: 0.9, lag: 0 }
 */
export const pickPeak = (correlations: Float64Array, region?: number): CorrelationPeak | undefined => {
  const lags = (correlations.length - 1) / 2;
  const reach = Math.max(1, region ?? lags);
  let best: CorrelationPeak | undefined;
  for (let at = 1; at < correlations.length - 1; at++) {
    const peakR = correlations[at] as number;
    if (!isHighest(correlations, at, reach)) continue;
    if (!((correlations[at - 1] as number) < peakR || (correlations[at + 1] as number) < peakR)) continue;
    const lag = at - lags;
    if (best === undefined || Math.abs(lag) < Math.abs(best.lag)) best = { peakR, lag };
  }
  return best;
};
