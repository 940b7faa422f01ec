import { wrapRad } from "../circular.ts";
import { FRAME_HZ } from "../grid.ts";
import type { FrameTrack } from "../internal/growable.ts";
import type { Span } from "../internal/span.ts";
import { residualAsynchronies } from "../residual-asynchrony.ts";
import { nearestPeak } from "./lag-peak.ts";

const MOST_BEATS = 256;
/** One who answers the other does so within a beat or two. */
const REACH = 3;
const FEWEST = 8;
const APART_SHARE = 0.2;

/**
 * Where each member is at each beat of the pacer, less what the beat before explains ({@link residualAsynchronies}). Two who
 * only follow the pacer have residuals of their own; two who listen to each other share them, at once or a beat or two later.
 */
export class ResidualRows {
  /** Height of the peak over lags, [−1, 1], NaN without one; and how far the first of the pair is ahead there, seconds. */
  r = NaN;
  lagS = NaN;
  /** How often residuals turned against each other peak as high. */
  p = NaN;
  beats = 0;
  readonly #frames = new Int32Array(MOST_BEATS);
  readonly #away = new Float64Array(MOST_BEATS);
  readonly #rows: Float64Array;
  readonly #have: Uint8Array;
  readonly #overLags = new Float64Array(2 * REACH + 1);
  #beatS = 0;

  constructor(members: number) {
    this.#rows = new Float64Array(members * MOST_BEATS);
    this.#have = new Uint8Array(members * MOST_BEATS);
  }

  /** Finds the beats of a window; of a longer one the last {@link MOST_BEATS}. */
  setPacer(pacer: FrameTrack, { from, to }: Span): void {
    let at = MOST_BEATS;
    for (let f = to - 1; f > from && at > 0; f--) {
      // The phase turns from just below 0 to just above it.
      const before = pacer.at(f - 1);
      const now = pacer.at(f);
      if (before < 0 && now >= 0 && now - before < Math.PI) this.#frames[--at] = now > -before ? f - 1 : f;
    }
    this.beats = MOST_BEATS - at;
    this.#frames.copyWithin(0, at);
    const first = this.#frames[0] ?? 0;
    const last = this.#frames[this.beats - 1] ?? 0;
    this.#beatS = this.beats > 1 ? (last - first) / (this.beats - 1) / FRAME_HZ : 0;
  }

  prepare(k: number, member: FrameTrack, pacer: FrameTrack): void {
    const base = k * MOST_BEATS;
    const away = this.#away.subarray(0, this.beats);
    let re = 0;
    let im = 0;
    for (let b = 0; b < this.beats; b++) {
      const frame = this.#frames[b] as number;
      const rad = (away[b] = member.at(frame) - pacer.at(frame));
      if (Number.isNaN(rad)) continue;
      re += Math.cos(rad);
      im += Math.sin(rad);
    }
    const mean = Math.atan2(im, re);
    for (let b = 0; b < this.beats; b++) away[b] = wrapRad((away[b] as number) - mean);
    residualAsynchronies(away).forEach((residual, b) => {
      this.#have[base + b] = Number(!Number.isNaN(residual));
      this.#rows[base + b] = Number.isNaN(residual) ? 0 : residual;
    });
  }

  /** Lagged correlation of two members' residuals: its peak nearest to 0, and how often chance gives as high a one. */
  measure(i: number, j: number, surrogates: number, random: () => number): void {
    this.#overAllLags(i, j, 0);
    const peak = nearestPeak(this.#overLags);
    this.r = peak?.r ?? NaN;
    this.lagS = peak === undefined ? NaN : peak.lag * this.#beatS;
    this.p = NaN;
    if (peak === undefined || surrogates === 0) return;
    let atLeast = 1;
    for (let s = 0; s < surrogates; s++) {
      const apart = APART_SHARE + (1 - 2 * APART_SHARE) * random();
      this.#overAllLags(i, j, Math.floor(apart * this.beats));
      if ((nearestPeak(this.#overLags)?.r ?? -1) >= peak.r) atLeast++;
    }
    this.p = atLeast / (surrogates + 1);
  }

  #overAllLags(i: number, j: number, turn: number): void {
    for (let lag = -REACH; lag <= REACH; lag++) this.#overLags[REACH + lag] = this.#correlation(i, j, lag, turn);
  }

  /** Of i at beat b with j at beat b + lag: at a positive lag j does later what i did. j's row is turned by `turn`. */
  #correlation(i: number, j: number, lag: number, turn: number): number {
    const rows = this.#rows;
    const have = this.#have;
    const beats = this.beats;
    const a = i * MOST_BEATS;
    const end = j * MOST_BEATS + beats;
    const from = Math.max(0, -lag);
    let other = j * MOST_BEATS + from + lag + turn;
    if (other >= end) other -= beats;
    const to = Math.min(beats, beats - lag);
    // One by one here and in all that runs often: taken apart from an array, they would be allocated.
    let count = 0;
    let x1 = 0;
    let y1 = 0;
    let xx = 0;
    let yy = 0;
    let xy = 0;
    for (let b = a + from; b < a + to; b++, other++) {
      if (other === end) other -= beats;
      if ((have[b] as number) * (have[other] as number) === 0) continue;
      const x = rows[b] as number;
      const y = rows[other] as number;
      count++;
      x1 += x;
      y1 += y;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    if (count < FEWEST) return NaN;
    const scale = (xx - (x1 * x1) / count) * (yy - (y1 * y1) / count);
    return scale > 1e-18 ? (xy - (x1 * y1) / count) / Math.sqrt(scale) : NaN;
  }
}
