/** Phases alike, phases at a constant distance, strength of movement alike. */
export const STATISTICS = ["aligned", "lock", "envelope"] as const;
export const STATISTIC_COUNT = STATISTICS.length;

/**
 * What chance gives one pair in each statistic, and one p for all of them over the same surrogates (min-P, Westfall &
 * Young 1993, as `minP` computes it). Works in place: nothing is allocated for a pair.
 */
export class PairChance {
  /** Surrogates drawn, [statistic][surrogate]. */
  readonly rows: readonly Float64Array[];
  readonly observed = new Float64Array(STATISTIC_COUNT);
  /** Median of chance and rank p, each statistic its own. NaN where it was not tested. */
  readonly median = new Float64Array(STATISTIC_COUNT);
  readonly p = new Float64Array(STATISTIC_COUNT);
  /** Over all statistics. */
  jointP = 1;
  readonly #sorted: readonly Float64Array[];
  readonly #views = new Map<number, readonly Float64Array[]>();
  readonly #threshold = new Float64Array(STATISTIC_COUNT);

  constructor(mostSurrogates: number) {
    this.rows = STATISTICS.map(() => new Float64Array(mostSurrogates));
    this.#sorted = STATISTICS.map(() => new Float64Array(mostSurrogates));
  }

  /** @param tested which statistics have an observation and `count` surrogates, a bit each */
  rank(count: number, tested: number): void {
    const sorted = this.#sortedTo(count);
    let fewest = count;
    for (let q = 0; q < STATISTIC_COUNT; q++) {
      this.median[q] = NaN;
      this.p[q] = NaN;
      if ((tested & (1 << q)) === 0) continue;
      const row = this.rows[q];
      const into = sorted[q];
      if (row === undefined || into === undefined) continue;
      for (let s = 0; s < count; s++) into[s] = row[s] ?? 0;
      into.sort();
      const middle = count >> 1;
      this.median[q] = count % 2 === 1 ? (into[middle] ?? 0) : ((into[middle - 1] ?? 0) + (into[middle] ?? 0)) / 2;
      const above = countAtLeast(into, this.observed[q] ?? 0);
      this.p[q] = (above + 1) / (count + 1);
      if (above < fewest) fewest = above;
    }
    this.jointP = this.#joint(sorted, count, tested, fewest + 1);
  }

  /**
   * How many surrogates have a statistic that ranks among its `rank` largest, the observation counted with them: those
   * whose own smallest p is as small as the observed one.
   */
  #joint(sorted: readonly Float64Array[], count: number, tested: number, rank: number): number {
    for (let q = 0; q < STATISTIC_COUNT; q++) {
      // The rank-th largest of the surrogates and the observation.
      const row = sorted[q];
      const observed = this.observed[q] ?? 0;
      const at = row?.[count - rank] ?? -Infinity;
      const next = rank > 1 ? (row?.[count - rank + 1] ?? Infinity) : Infinity;
      this.#threshold[q] = (tested & (1 << q)) === 0 ? Infinity : Math.max(at, Math.min(observed, next));
    }
    const [t0 = Infinity, t1 = Infinity, t2 = Infinity] = this.#threshold;
    const [r0, r1, r2] = this.rows;
    let asSmall = 1;
    for (let s = 0; s < count; s++) {
      if ((r0?.[s] ?? 0) >= t0 || (r1?.[s] ?? 0) >= t1 || (r2?.[s] ?? 0) >= t2) asSmall++;
    }
    return asSmall / (count + 1);
  }

  #sortedTo(count: number): readonly Float64Array[] {
    let views = this.#views.get(count);
    if (views === undefined) {
      views = this.#sorted.map((row) => row.subarray(0, count));
      this.#views.set(count, views);
    }
    return views;
  }
}

/** Values ≥ `value` in an ascending array. */
const countAtLeast = (ascending: Float64Array, value: number): number => {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return ascending.length - low;
};
