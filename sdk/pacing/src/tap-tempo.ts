import { MAX_PERIOD_MICROS, MIN_PERIOD_MICROS, MICROS_PER_SECOND } from "@entrain/protocol";

const MINUTE_MICROS = 60 * MICROS_PER_SECOND;
/** As many as this give a tempo; more are a mean over the last of them. */
const FEWEST_TAPS = 3;
const MOST_TAPS = 8;
/** After so long somebody begins anew. */
const PAUSE_MICROS = 3_000_000;
/** An interval further from the median than this share of it was a slip. */
const SLIP_SHARE = 0.3;

/** A tempo from taps, by a hand, a key or a movement: the mean of the intervals near their median. */
export class TapTempo {
  private taps: number[] = [];

  /** @returns beats a minute once there are enough taps; undefined before, and where no plan has such a tempo */
  tap(tMicros: number): number | undefined {
    const last = this.taps.at(-1);
    if (last !== undefined && !(tMicros > last && tMicros - last <= PAUSE_MICROS)) this.taps = [];
    this.taps = [...this.taps, tMicros].slice(-MOST_TAPS);
    if (this.taps.length < FEWEST_TAPS) return undefined;
    const intervals = this.taps.slice(1).map((t, i) => t - (this.taps[i] ?? t));
    const median = [...intervals].sort((a, b) => a - b)[intervals.length >> 1] ?? 0;
    const near = intervals.filter((each) => Math.abs(each - median) <= SLIP_SHARE * median);
    const period = near.reduce((sum, each) => sum + each, 0) / near.length;
    return period >= MIN_PERIOD_MICROS && period <= MAX_PERIOD_MICROS ? MINUTE_MICROS / period : undefined;
  }
}
