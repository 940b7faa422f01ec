import { correlation } from "./correlation.ts";

/** Points gone over at once are few enough to stay in the nearest cache while every lag passes over them. */
const BLOCK = 2048;

const isComplete = (series: Float64Array): boolean => series.every(Number.isFinite);

/** Sums Σ a(t)·b(t + lag) over the rows of a that every lag reaches, for lags −K to K. */
const lagProducts = (a: Float64Array, b: Float64Array, lags: number): Float64Array => {
  const out = new Float64Array(2 * lags + 1);
  const end = a.length - lags;
  for (let from = lags; from < end; from += BLOCK) {
    const to = Math.min(end, from + BLOCK);
    for (let lag = -lags; lag <= lags; lag++) {
      let sum = 0;
      for (let t = from; t < to; t++) sum += (a[t] as number) * (b[t + lag] as number);
      out[lag + lags] = (out[lag + lags] as number) + sum;
    }
  }
  return out;
};

/** Takes off the mean, so that sums of squares lose no digits. */
const centred = (series: Float64Array): Float64Array => {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  return series.map((value) => value - mean);
};

/** Without gaps: the sums of b move along with the lag, only the products are summed anew. */
const ofComplete = (rawA: Float64Array, rawB: Float64Array, lags: number): Float64Array => {
  const a = centred(rawA);
  const b = centred(rawB);
  const count = a.length - 2 * lags;
  const products = lagProducts(a, b, lags);
  let [sumA, squaresA, sumB, squaresB] = [0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const x = a[t + lags] as number;
    const y = b[t] as number;
    sumA += x;
    squaresA += x * x;
    sumB += y;
    squaresB += y * y;
  }
  const powerA = squaresA - (sumA * sumA) / count;
  return products.map((product, k) => {
    const powerB = squaresB - (sumB * sumB) / count;
    const leaving = b[k] as number;
    const entering = b[k + count] as number;
    const scale = powerA * powerB;
    const r = scale > 1e-24 * squaresA * squaresB ? (product - (sumA * sumB) / count) / Math.sqrt(scale) : NaN;
    sumB += entering - leaving;
    squaresB += entering * entering - leaving * leaving;
    return Math.max(-1, Math.min(1, r));
  });
};

/**
 * Cross-correlation of two series at lags −K to K: rows K to n − K of a against as many of b, moved by the lag, so that
 * every lag is judged by the same rows of a. Positive lag: b is behind a.
 *
 * @param a shape [n], what is not finite is a gap; pairs with a gap are left out
 * @param b the same
 * @param lags K, points, from 0
 * @returns shape [2K + 1]; NaN throughout where n ≤ 2K + 1, and where one series is constant
 */
export const laggedCorrelation = (a: Float64Array, b: Float64Array, lags: number): Float64Array => {
  const count = Math.min(a.length, b.length) - 2 * lags;
  if (count < 2) return new Float64Array(2 * lags + 1).fill(NaN);
  if (isComplete(a) && isComplete(b)) return ofComplete(a, b, lags);
  const rows = a.subarray(lags, lags + count);
  return Float64Array.from({ length: 2 * lags + 1 }, (_, k) => correlation(rows, b.subarray(k, k + count)));
};
