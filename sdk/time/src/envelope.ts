import type { OffsetLimit } from "./exchange.ts";

/** Limits kept, and how many of the newest are never thinned out. */
const MOST_KEPT = 192;
const NEWEST_KEPT = 12;
/** A crystal's rate stays nearly straight for so long; what is older goes, but not before enough has come after it. */
const SPAN_MICROS = 300e6;
const LEAST_KEPT = 32;

/**
 * Limits of a band's offset from one side: from above (`most`, the ways there) or from below (`least`, the ways back).
 * The quickest ways tell most, wherever they lie in the window, so each side keeps its own.
 */
export class Envelope {
  /** 1: from above; −1: from below. */
  readonly side: 1 | -1;
  private readonly kept: OffsetLimit[] = [];

  constructor(side: 1 | -1) {
    this.side = side;
  }

  /** Oldest first. */
  get limits(): readonly OffsetLimit[] {
    return this.kept;
  }

  /** @param skew - the band's rate error as known so far, by which limits of different times are compared */
  add(limit: OffsetLimit, skew: number): void {
    this.kept.push(limit);
    const tOldestMicros = limit.tMicros - SPAN_MICROS;
    while (this.kept.length > LEAST_KEPT && (this.kept[0]?.tMicros ?? Infinity) < tOldestMicros) this.kept.shift();
    if (this.kept.length > MOST_KEPT) this.thin(skew);
  }

  /**
   * The tightest limit at a time.
   *
   * @param perMicro - by how much the rate may be other than `skew`: a limit of another time is wider by so much
   */
  at(tMicros: number, skew: number, perMicro: number): number {
    const { side } = this;
    let tightest = Infinity;
    for (const limit of this.kept) {
      const since = tMicros - limit.tMicros;
      const carried = side * (limit.offsetMicros + skew * since) + perMicro * Math.abs(since);
      if (carried < tightest) tightest = carried;
    }
    return side * tightest;
  }

  /** Of the two older neighbours that lie closest together, the one that took longer tells less. */
  private thin(skew: number): void {
    let [first, gap] = [0, Infinity];
    for (let i = 0; i + 1 < this.kept.length - NEWEST_KEPT; i++) {
      const between = this.laterBy(i);
      if (between < gap) [first, gap] = [i, between];
    }
    const [a, b] = [this.kept[first], this.kept[first + 1]];
    if (a === undefined || b === undefined) return;
    const isFirstWorse = this.side * (a.offsetMicros + skew * (b.tMicros - a.tMicros) - b.offsetMicros) > 0;
    this.kept.splice(isFirstWorse ? first : first + 1, 1);
  }

  private laterBy(i: number): number {
    return (this.kept[i + 1]?.tMicros ?? Infinity) - (this.kept[i]?.tMicros ?? -Infinity);
  }
}
