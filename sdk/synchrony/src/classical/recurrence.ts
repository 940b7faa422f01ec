/** Figures of multidimensional recurrence quantification (Wallot, Roepstorff & Mønster 2016), upper triangle. */
export interface Recurrence {
  /** Share of recurrent pairs of points, [0, 1]. */
  readonly rec: number;
  /** Share of these that lie on a diagonal of at least two, [0, 1]. */
  readonly det: number;
  /** Mean length of a diagonal, those of one point included, points; 0 without any. */
  readonly meanDiagonal: number;
  readonly maxDiagonal: number;
}

export interface RecurrenceOpts {
  /** Euclidean distance, in standard deviations, below which two points are recurrent. */
  readonly radius: number;
  /** Shortest diagonal that counts as determined, points. Default 2. */
  readonly minDiagonal?: number;
}

/** Dimensions whose differences are summed before the sum is looked at: a look costs more than a sum. */
const AT_ONCE = 4;

/** Signals as z-scores (standard deviation of the population), [point][signal], with zeros up to whole looks. */
const normalised = (signals: readonly Float64Array[], points: number, width: number): Float64Array => {
  const out = new Float64Array(width * points);
  signals.forEach((signal, k) => {
    const mean = signal.reduce((sum, value) => sum + value, 0) / points;
    const scale = Math.sqrt(signal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / points);
    for (let p = 0; p < points; p++) out[p * width + k] = ((signal[p] as number) - mean) / scale;
  });
  return out;
};

/** Squared distance of two points, or of their first dimensions where these are as far apart as `enough` already. */
const squaredDistance = (values: Float64Array, a: number, b: number, width: number, enough: number): number => {
  let sum = 0;
  for (let x = 0; x < width; x += AT_ONCE) {
    const d0 = (values[a + x] as number) - (values[b + x] as number);
    const d1 = (values[a + x + 1] as number) - (values[b + x + 1] as number);
    const d2 = (values[a + x + 2] as number) - (values[b + x + 2] as number);
    const d3 = (values[a + x + 3] as number) - (values[b + x + 3] as number);
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    if (sum >= enough) break;
  }
  return sum;
};

/**
 * Multidimensional recurrence quantification of a group, as multiSyncPy defines it. Diagonals are gone along one by one
 * and counted as they pass, so memory is linear in the length: no matrix is ever made. Time is O(n² · signals).
 *
 * @param signals each of shape [n], finite
 * @returns undefined below two points or where a signal is constant
 */
export const recurrence = (
  signals: readonly Float64Array[],
  { radius, minDiagonal = 2 }: RecurrenceOpts,
): Recurrence | undefined => {
  const points = signals[0]?.length ?? 0;
  if (points < 2 || signals.length === 0) return undefined;
  const width = AT_ONCE * Math.ceil(signals.length / AT_ONCE);
  const values = normalised(signals, points, width);
  if (!values.every(Number.isFinite)) return undefined;
  const square = radius * radius;
  let recurrent = 0;
  let determined = 0;
  let diagonals = 0;
  let longest = 0;
  const close = (length: number): void => {
    recurrent += length;
    diagonals++;
    if (length >= minDiagonal) determined += length;
    if (length > longest) longest = length;
  };
  for (let diagonal = 1; diagonal < points; diagonal++) {
    const end = (points - diagonal) * width;
    let length = 0;
    for (let a = 0, b = diagonal * width; a < end; a += width, b += width) {
      if (squaredDistance(values, a, b, width, square) < square) length++;
      else if (length > 0) {
        close(length);
        length = 0;
      }
    }
    if (length > 0) close(length);
  }
  const pairs = (points * (points - 1)) / 2;
  return {
    rec: recurrent / pairs,
    det: recurrent > 0 ? determined / recurrent : 0,
    meanDiagonal: diagonals > 0 ? recurrent / diagonals : 0,
    maxDiagonal: longest,
  };
};
