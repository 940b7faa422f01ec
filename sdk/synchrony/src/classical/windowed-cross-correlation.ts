import { SynchronyError } from "../error.ts";
import { correlation } from "../correlation.ts";

export interface WindowedCrossCorrelationOpts {
  readonly rateHz: number;
  /** Largest lag to either side, length of a window, and step from one to the next, seconds. */
  readonly lagS: number;
  readonly windowS: number;
  readonly incrementS: number;
}

export interface WindowedCrossCorrelation {
  /** Seconds, from −lag to lag; positive: the second series is behind the first. */
  readonly lagsS: readonly number[];
  /** Start of each window, seconds from the first row. */
  readonly startsS: readonly number[];
  /** Pearson r, [window][lag]; NaN where there is none. */
  readonly r: readonly Float64Array[];
}

/** Whole samples in a time; a product that misses a whole number by rounding is that number. */
const samples = (seconds: number, rateHz: number): number => Math.floor(seconds * rateHz + 1e-10);

/** rMEA asks for two points that differ, so two identical stretches have no correlation. */
const differ = (a: Float64Array, b: Float64Array): boolean => {
  let different = 0;
  for (let i = 0; i < a.length && different < 2; i++)
    if (Number.isFinite(a[i]) && Number.isFinite(b[i]) && a[i] !== b[i]) different++;
  return different > 1;
};

const mostlyMissing = (series: Float64Array): boolean =>
  series.reduce((missing, value) => missing + Number(!Number.isFinite(value)), 0) > series.length / 2;

/**
 * Windowed lagged cross-correlation as rMEA's MEAccf computes it: window w begins at row w·increment and needs window + lag
 * rows; at a lag of k ≥ 0 rows the first window's length of series a meets b from row k on, at −k the two change places.
 * So a window looks ahead, never back. Pairs with a gap are left out; a window of which either series has less than
 * half has no correlations.
 *
 * @param a shape [n], NaN is a gap
 * @param b the same
 * @throws SynchronyError `bad-option`, `bad-window` where not one window fits
 */
export const windowedCrossCorrelation = (
  a: Float64Array,
  b: Float64Array,
  { rateHz, lagS, windowS, incrementS }: WindowedCrossCorrelationOpts,
): WindowedCrossCorrelation => {
  const window = samples(windowS, rateHz);
  const lag = samples(lagS, rateHz);
  const increment = incrementS * rateHz;
  if (!(window >= 2 && lag >= 0 && increment >= 1))
    throw new SynchronyError(
      "bad-option",
      "a window of 2 rows, an increment of 1",
      `${String(window)}, ${String(increment)}`,
      "wcc",
    );
  const count = Math.ceil((a.length - window - lag + 1) / increment - 1e-10);
  if (count < 1)
    throw new SynchronyError("bad-window", `${String(window + lag)} rows for one window and its lag`, a.length, "wcc");
  const starts = Array.from({ length: count }, (_, w) => Math.floor(w * increment + 1e-10));
  const lags = Array.from({ length: 2 * lag + 1 }, (_, k) => k - lag);
  const row = (start: number): Float64Array => {
    const [x, y] = [a, b].map((series) => series.subarray(start, start + window + lag)) as [Float64Array, Float64Array];
    if (mostlyMissing(x) || mostlyMissing(y)) return new Float64Array(lags.length).fill(NaN);
    return Float64Array.from(lags, (k) => {
      const from = Math.abs(k);
      const early = (k < 0 ? y : x).subarray(0, window);
      const late = (k < 0 ? x : y).subarray(from, from + window);
      return differ(early, late) ? correlation(early, late) : NaN;
    });
  };
  return { lagsS: lags.map((k) => k / rateHz), startsS: starts.map((start) => start / rateHz), r: starts.map(row) };
};

const MOST_Z = 10;

/** Fisher's z of a correlation, without its sign and at most 10: rMEA's default. */
export const absoluteFisherZ = (r: number): number => Math.min(MOST_Z, Math.abs(Math.atanh(r)));
