import type { OffsetSample } from "./exchange.ts";

/** A straight line through clock offsets: offset(t) = offsetMicros + skew · (t − tRefMicros). */
export interface SkewFit {
  readonly tRefMicros: number;
  readonly offsetMicros: number;
  /** Band microseconds gained in one session microsecond: 20 ppm is 2e-5. */
  readonly skew: number;
  readonly skewSd: number;
}

/** What is known of a crystal before anything was measured: 30 ppm, one standard deviation. */
const PRIOR_SKEW_SD = 30e-6;
/** What remains uncertain of an exchange with the shortest possible trip: ticks of 30 µs, an interrupt or two. */
const FLOOR_SD_MICROS = 150;
/** Residuals beyond so many standard deviations count less (Huber 1964). */
const HUBER = 1.5;
const ITERATIONS = 4;

const solve = (samples: readonly OffsetSample[], weights: Float64Array, tRefMicros: number): SkewFit => {
  let [sw, sx, sy, sxx, sxy] = [0, 0, 0, 1 / PRIOR_SKEW_SD ** 2, 0];
  const y0 = samples.at(-1)?.offsetMicros ?? 0;
  samples.forEach(({ tMicros, offsetMicros }, i) => {
    const [w, x, y] = [weights[i] as number, tMicros - tRefMicros, offsetMicros - y0];
    sw += w;
    sx += w * x;
    sy += w * y;
    sxx += w * x * x;
    sxy += w * x * y;
  });
  const determinant = sw * sxx - sx * sx;
  const skew = (sw * sxy - sx * sy) / determinant;
  return { tRefMicros, offsetMicros: y0 + (sy - skew * sx) / sw, skew, skewSd: Math.sqrt(sw / determinant) };
};

/** What the line says of a time. */
export const offsetAt = (fit: SkewFit, tMicros: number): number =>
  fit.offsetMicros + fit.skew * (tMicros - fit.tRefMicros);

/**
 * Fits a line by iteratively reweighted least squares: exchanges with long trips count little (their offset may be off
 * by half the trip), and so do those that lie far from the line. The reference is the newest sample.
 *
 * @param samples - at least one, oldest first
 */
export const fitSkew = (samples: readonly OffsetSample[]): SkewFit => {
  const shortest = samples.reduce((least, { halfTripMicros }) => Math.min(least, halfTripMicros), Infinity);
  const sd = samples.map(({ halfTripMicros }) => FLOOR_SD_MICROS + (halfTripMicros - shortest));
  const weights = Float64Array.from(sd, (s) => 1 / (s * s));
  const tRefMicros = samples.at(-1)?.tMicros ?? 0;
  let fit = solve(samples, weights, tRefMicros);
  for (let i = 0; i < ITERATIONS; i++) {
    samples.forEach(({ tMicros, offsetMicros }, k) => {
      const s = sd[k] as number;
      const off = Math.abs(offsetMicros - offsetAt(fit, tMicros)) / s;
      weights[k] = (off <= HUBER ? 1 : HUBER / off) / (s * s);
    });
    fit = solve(samples, weights, tRefMicros);
  }
  return fit;
};
