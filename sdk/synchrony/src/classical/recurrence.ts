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

/** Signals as z-scores (standard deviation of the population), [point][signal]. */
const normalised = (signals: readonly Float64Array[], points: number): Float64Array => {
  const out = new Float64Array(signals.length * points);
  signals.forEach((signal, k) => {
    const mean = signal.reduce((sum, value) => sum + value, 0) / points;
    const scale = Math.sqrt(signal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / points);
    for (let p = 0; p < points; p++) out[p * signals.length + k] = ((signal[p] as number) - mean) / scale;
  });
  return out;
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
  const dimensions = signals.length;
  const values = normalised(signals, points);
  if (points < 2 || dimensions === 0 || !values.every(Number.isFinite)) return undefined;
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
    const shift = diagonal * dimensions;
    const end = (points - diagonal) * dimensions;
    let length = 0;
    for (let a = 0; a < end; a += dimensions) {
      let distance = 0;
      for (let x = a; x < a + dimensions && distance < square; x++) {
        const difference = (values[x] as number) - (values[x + shift] as number);
        distance += difference * difference;
      }
      if (distance < square) length++;
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
