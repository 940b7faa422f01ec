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

/** Dimensions that are summed before the sum is looked at: a look costs more than a sum. */
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

/** Whether two points, `sum` apart over the first dimensions, are nearer than `square` over all (squares). */
const isNear = (values: Float64Array, a: number, b: number, width: number, sum: number, square: number): boolean => {
  for (let x = AT_ONCE; x < width && sum < square; x += AT_ONCE) {
    const d0 = (values[a + x] as number) - (values[b + x] as number);
    const d1 = (values[a + x + 1] as number) - (values[b + x + 1] as number);
    const d2 = (values[a + x + 2] as number) - (values[b + x + 2] as number);
    const d3 = (values[a + x + 3] as number) - (values[b + x + 3] as number);
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  return sum < square;
};

/** Diagonals gone along at once: the points that one is compared with stay in the nearest cache. */
const BAND = 256;

/** Runs of recurrent points, counted as they end. */
class Diagonals {
  recurrent = 0;
  determined = 0;
  count = 0;
  longest = 0;
  readonly #minDiagonal: number;
  /** Of each diagonal of the band: the last recurrent point, and how many there are in a row up to it. */
  readonly #last = new Int32Array(BAND);
  readonly #length = new Int32Array(BAND);

  constructor(minDiagonal: number) {
    this.#minDiagonal = minDiagonal;
  }

  /** Point `a` of a diagonal is recurrent; points come in order. */
  add(diagonal: number, a: number): void {
    if (this.#last[diagonal] !== a - 1) this.#close(diagonal);
    this.#last[diagonal] = a;
    this.#length[diagonal] = (this.#length[diagonal] as number) + 1;
  }

  /** Ends all diagonals of the band. */
  end(): void {
    for (let diagonal = 0; diagonal < BAND; diagonal++) this.#close(diagonal);
    this.#last.fill(0);
  }

  #close(diagonal: number): void {
    const length = this.#length[diagonal] as number;
    if (length === 0) return;
    this.#length[diagonal] = 0;
    this.recurrent += length;
    this.count++;
    if (length >= this.#minDiagonal) this.determined += length;
    if (length > this.longest) this.longest = length;
  }
}

/** Goes along the diagonals [first, end) side by side: each point is held while those a little later are compared with it. */
const band = (
  values: Float64Array,
  width: number,
  first: number,
  end: number,
  square: number,
  out: Diagonals,
): void => {
  const points = values.length / width;
  for (let p = 0; p < points - first; p++) {
    const a = p * width;
    const a0 = values[a] as number;
    const a1 = values[a + 1] as number;
    const a2 = values[a + 2] as number;
    const a3 = values[a + 3] as number;
    const last = Math.min(p + end, points) * width;
    for (let b = a + first * width; b < last; b += width) {
      const d0 = a0 - (values[b] as number);
      const d1 = a1 - (values[b + 1] as number);
      const d2 = a2 - (values[b + 2] as number);
      const d3 = a3 - (values[b + 3] as number);
      const sum = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      if (sum < square && isNear(values, a, b, width, sum, square)) out.add((b - a) / width - first, p);
    }
  }
  out.end();
};

/**
 * Multidimensional recurrence quantification of a group, as multiSyncPy defines it. Diagonals are gone along a band at a
 * time and counted as they pass, so memory is linear in the length: no matrix is ever made. Time is O(n² · signals).
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
  const found = new Diagonals(minDiagonal);
  for (let first = 1; first < points; first += BAND) band(values, width, first, first + BAND, radius * radius, found);
  const { recurrent, determined, count, longest } = found;
  return {
    rec: recurrent / ((points * (points - 1)) / 2),
    det: recurrent > 0 ? determined / recurrent : 0,
    meanDiagonal: count > 0 ? recurrent / count : 0,
    maxDiagonal: longest,
  };
};
