import type { Statistic } from "../api.ts";
import { chanceCorrected } from "../chance.ts";
import { ALPHA } from "../verdict.ts";
import { WEIGHTS } from "../internal/window-test.ts";

/** Phases alike, phases at a constant distance, strength of movement alike. */
export const STATISTICS: readonly Statistic[] = ["aligned", "lock", "envelope"];
export const STATISTIC_COUNT = 3;
/** Rows of what is drawn: the statistics, and the steadiness by which `lock` is judged. */
const ALIGNED = 0;
const LOCK = 1;
const ENVELOPE = 2;
const STEADY = 3;
const ROWS = 4;
/** So few are put in order by insertion. */
const FEW = 64;
const JUDGED_BY = [ALIGNED, STEADY, ENVELOPE];

/** Which statistics were tested. */
export interface Tested {
  readonly phase: boolean;
  readonly envelope: boolean;
}

/**
 * What chance gives one pair in each statistic, and one p for all of them over the same surrogates: the weighted min-P of
 * `minP`, worked out in place for one pair after another, nothing allocated.
 */
export class PairChance {
  readonly aligned: Float64Array;
  readonly lock: Float64Array;
  readonly envelope: Float64Array;
  readonly steady: Float64Array;
  /** Observed values in the order aligned, lock, envelope, steady. */
  readonly observed = new Float64Array(ROWS);
  /** Median of chance and rank p of each statistic; NaN where it was not tested. */
  readonly median = new Float64Array(STATISTIC_COUNT);
  readonly p = new Float64Array(STATISTIC_COUNT);
  /** Over all statistics. */
  jointP = 1;
  #count = 0;
  /** The smallest p ÷ weight of the observation. */
  #best = Infinity;
  readonly #rows: readonly Float64Array[];
  readonly #sorted: readonly Float64Array[];
  readonly #views = new Map<number, readonly Float64Array[]>();
  /** A surrogate is as extreme as the observation where one of its rows reaches this. */
  readonly #threshold = new Float64Array(STATISTIC_COUNT);

  constructor(mostSurrogates: number) {
    const row = (): Float64Array => new Float64Array(mostSurrogates);
    this.#rows = [row(), row(), row(), row()];
    const [aligned, lock, envelope, steady] = this.#rows;
    this.aligned = aligned ?? row();
    this.lock = lock ?? row();
    this.envelope = envelope ?? row();
    this.steady = steady ?? row();
    this.#sorted = [row(), row(), row(), row()];
  }

  /** @param count surrogates drawn */
  rank(count: number, { phase, envelope }: Tested): void {
    this.median.fill(NaN);
    this.p.fill(NaN);
    const sorted = this.#sortedTo(count);
    if (phase) {
      this.#sort(ALIGNED, count);
      this.#sort(LOCK, count);
      this.#sort(STEADY, count);
    }
    if (envelope) this.#sort(ENVELOPE, count);
    this.#count = count;
    let best = Infinity;
    for (let q = 0; q < STATISTIC_COUNT; q++) {
      if (!(q === ENVELOPE ? envelope : phase)) continue;
      this.median[q] = medianOfSorted(sorted[q], count);
      const by = JUDGED_BY[q] ?? q;
      const p = (countAtLeast(sorted[by], this.observed[by] ?? 0) + 1) / (count + 1);
      this.p[q] = p;
      best = Math.min(best, p / WEIGHTS[STATISTICS[q] ?? "aligned"]);
    }
    this.#best = best;
    this.#findThresholds(best, count, sorted);
    this.jointP = this.#joint(count);
  }

  /**
   * Whether envelopes, observed but not drawn, could change nothing: ranked by phase alone, no envelope of so few can be as
   * extreme, so that the joint p is the same with them; and they show less than the phases do.
   */
  get settledByPhase(): boolean {
    if (this.#best * WEIGHTS.envelope * (this.#count + 1) >= 1 - 1e-9) return false;
    return Math.max(this.#shown(ALIGNED), this.#shown(LOCK)) >= Math.max(0, this.observed[ENVELOPE] ?? 0);
  }

  #shown(q: number): number {
    return (this.p[q] ?? 1) <= ALPHA ? (chanceCorrected(this.observed[q] ?? 0, this.median[q] ?? 0) ?? -1) : -1;
  }

  /** A rank p weighs as little as the best where it is among so many largest, the observation counted with them. */
  #findThresholds(best: number, count: number, sorted: readonly Float64Array[]): void {
    for (let q = 0; q < STATISTIC_COUNT; q++) {
      const weight = WEIGHTS[STATISTICS[q] ?? "aligned"];
      const rank = Math.min(count + 1, Math.floor(best * weight * (count + 1) + 1e-9));
      this.#threshold[q] = Infinity;
      if (Number.isNaN(this.p[q]) || rank < 1) continue;
      const by = JUDGED_BY[q] ?? q;
      const at = sorted[by]?.[count - rank] ?? -Infinity;
      const next = rank > 1 ? (sorted[by]?.[count - rank + 1] ?? Infinity) : Infinity;
      this.#threshold[q] = Math.max(at, Math.min(this.observed[by] ?? 0, next));
    }
  }

  #joint(count: number): number {
    const { aligned, steady, envelope } = this;
    const [t0 = Infinity, t1 = Infinity, t2 = Infinity] = this.#threshold;
    let asSmall = 1;
    for (let s = 0; s < count; s++) {
      if ((aligned[s] ?? 0) >= t0 || (steady[s] ?? 0) >= t1 || (envelope[s] ?? 0) >= t2) asSmall++;
    }
    return asSmall / (count + 1);
  }

  #sort(row: number, count: number): void {
    const from = this.#rows[row];
    const into = this.#sortedTo(count)[row];
    if (from === undefined || into === undefined) return;
    if (count > FEW) {
      into.set(from.subarray(0, count));
      into.sort();
      return;
    }
    for (let s = 0; s < count; s++) {
      const value = from[s] as number;
      let at = s;
      for (; at > 0 && (into[at - 1] as number) > value; at--) into[at] = into[at - 1] as number;
      into[at] = value;
    }
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

const medianOfSorted = (ascending: Float64Array | undefined, count: number): number => {
  const middle = count >> 1;
  const upper = ascending?.[middle] ?? NaN;
  return count % 2 === 1 ? upper : ((ascending?.[middle - 1] ?? NaN) + upper) / 2;
};

/** Values ≥ `value` in an ascending array. */
const countAtLeast = (ascending: Float64Array | undefined, value: number): number => {
  if (ascending === undefined) return 0;
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return ascending.length - low;
};
