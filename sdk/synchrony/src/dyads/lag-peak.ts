/** A peak of a correlation over lags: its height, and its place in steps of the lag, between them by a parabola. */
export interface LagPeak {
  readonly r: number;
  readonly lag: number;
}

/**
 * Peak picking (Boker et al. 2002): the local maximum nearest to lag 0. The outermost lags are never a peak, as one does
 * not see whether it rises on.
 *
 * @param r correlation at lags −K … K, shape [2K + 1] from `offset`
 * @returns undefined where there is no maximum above 0
 */
export const nearestPeak = (r: ArrayLike<number>, reach: number, offset = 0): LagPeak | undefined => {
  const at = (lag: number): number => r[offset + reach + lag] ?? NaN;
  const isPeak = (lag: number): boolean => at(lag) > 0 && at(lag) >= at(lag - 1) && at(lag) >= at(lag + 1);
  for (let away = 0; away < reach; away++) {
    const before = isPeak(-away);
    const after = isPeak(away);
    if (!before && !after) continue;
    const lag = before && (!after || at(-away) > at(away)) ? -away : away;
    const curve = at(lag - 1) - 2 * at(lag) + at(lag + 1);
    const shift = curve < 0 ? (at(lag - 1) - at(lag + 1)) / (2 * curve) : 0;
    return { r: at(lag) - (curve * shift * shift) / 2, lag: lag + shift };
  }
  return undefined;
};
