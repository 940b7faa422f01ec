import { pickPeak } from "../peak-picking.ts";

/** A peak of a correlation over lags: its height, and its place in steps of the lag, between them by a parabola. */
export interface LagPeak {
  readonly r: number;
  readonly lag: number;
}

/**
 * The local maximum nearest to lag 0 (see {@link pickPeak}), refined between the lags.
 *
 * @param r correlation at lags −K … K, shape [2K + 1]
 * @returns undefined where there is no maximum above 0
 */
export const nearestPeak = (r: Float64Array): LagPeak | undefined => {
  const peak = pickPeak(r, 1);
  if (peak === undefined || !(peak.peakR > 0)) return undefined;
  const at = peak.lag + (r.length - 1) / 2;
  const [before = NaN, after = NaN] = [r[at - 1], r[at + 1]];
  const curve = before - 2 * peak.peakR + after;
  const shift = curve < 0 ? (before - after) / (2 * curve) : 0;
  return { r: peak.peakR - (curve * shift * shift) / 2, lag: peak.lag + shift };
};
