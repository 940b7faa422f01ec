import type { MemberTrack } from "../internal/member-track.ts";
import { LAG_REACH, LAGS, lagStride } from "./lag-grid.ts";
import { pairCount } from "./pair-index.ts";

/** Every second frame counts: 12.5 products a second hold all of a 4 Hz movement's mean. */
const EVERY = 2;
/** A pair is brought up to date by so many products at once, so that its means are read and written once for all of them. */
const BLOCK = 8;
const BLOCK_FRAMES = BLOCK * EVERY;
/** The two energies stand behind the lags. */
const WIDTH = LAGS + 2;

/**
 * Live lagged correlation of all pairs' movement signals: for each lag one exponential mean, of the window's effective
 * length, of the product of one's signal with the other's earlier one. O(lags) a pair, nothing allocated.
 */
export class LiveLags {
  /** [pair][lag], then the mean square of each of the two. */
  readonly #means: Float64Array;
  readonly #count: Float64Array;
  readonly #stride: Uint8Array;
  readonly #members: readonly MemberTrack[];
  /** First frame of the present stretch in which the member is ok; Infinity outside. */
  readonly #okSince: Float64Array;
  readonly #slowest: number;

  /** @param windowFrames an exponential mean of rate 2/W has the variance of a plain mean over W */
  constructor(members: readonly MemberTrack[], windowFrames: number) {
    this.#members = members;
    const pairs = pairCount(members.length);
    this.#means = new Float64Array(pairs * WIDTH);
    this.#count = new Float64Array(pairs);
    this.#stride = new Uint8Array(pairs);
    this.#okSince = new Float64Array(members.length).fill(Infinity);
    this.#slowest = 1 - (1 - (2 * EVERY) / windowFrames) ** BLOCK;
  }

  step(frame: number): void {
    const members = this.#members;
    const since = this.#okSince;
    for (let k = 0; k < members.length; k++) {
      const isOk = members[k]?.machine.state === "ok";
      if (!isOk) since[k] = Infinity;
      else if (since[k] === Infinity) since[k] = frame;
    }
    const n = members.length;
    let first = 0;
    for (let i = 0; i < n - 1; first += n - 1 - i, i++) {
      const a = members[i];
      if (a === undefined || since[i] === Infinity) continue;
      // Pairs take turns: those of number pair, with (pair + frame) a multiple of the block.
      const turn = (first + frame) % BLOCK_FRAMES;
      for (let j = i + 1 + (turn === 0 ? 0 : BLOCK_FRAMES - turn); j < n; j += BLOCK_FRAMES) {
        const b = members[j];
        if (b === undefined || since[j] === Infinity) continue;
        const pair = first + j - i - 1;
        // A movement that began anew may have another axis.
        const isWhole = Math.max(since[i] ?? 0, since[j] ?? 0) <= frame - BLOCK_FRAMES;
        if (isWhole) this.#update(pair, a, b, frame);
        else this.#count[pair] = 0;
      }
    }
  }

  /**
   * @param out filled with the correlation at lags −reach … reach, shape [LAGS]; at a positive one the first is ahead
   * @returns frames between lags, or 0 where there is nothing yet
   */
  read(pair: number, out: Float64Array): number {
    const at = pair * WIDTH;
    const scale = Math.sqrt((this.#means[at + LAGS] ?? 0) * (this.#means[at + LAGS + 1] ?? 0));
    const stride = this.#stride[pair] ?? 0;
    if (!(scale > 1e-12) || (this.#count[pair] ?? 0) < LAGS) return 0;
    for (let lag = 0; lag < LAGS; lag++) out[lag] = (this.#means[at + lag] ?? 0) / scale;
    return stride;
  }

  #update(pair: number, a: MemberTrack, b: MemberTrack, frame: number): void {
    const wanted = lagStride(Math.min(a.tempoHz, b.tempoHz));
    const current = this.#stride[pair] ?? 0;
    if (wanted > current || wanted < current / 2) {
      this.#stride[pair] = wanted;
      this.#count[pair] = 0;
    }
    const stride = this.#stride[pair] ?? 1;
    const x = a.signal.data;
    const y = b.signal.data;
    const atX = frame - a.signal.base;
    const atY = frame - b.signal.base;
    const reach = LAG_REACH * stride + BLOCK_FRAMES;
    if (atX < reach || atY < reach) return;
    const count = (this.#count[pair] = (this.#count[pair] ?? 0) + BLOCK);
    const rate = Math.max(this.#slowest, BLOCK / count);
    const at = pair * WIDTH;
    this.#mixLags(at + LAG_REACH, 1, 0, y, atY, x, atX, stride, rate);
    this.#mixLags(at + LAG_REACH, -1, 1, x, atX, y, atY, stride, rate);
    this.#mixLags(at + LAGS, 1, 0, x, atX, x, atX, BLOCK_FRAMES, rate, 1);
    this.#mixLags(at + LAGS + 1, 1, 0, y, atY, y, atY, BLOCK_FRAMES, rate, 1);
  }

  /**
   * Mixes the mean products of the block of `now` that ends here with the earlier ones of `then` into their means. The block
   * that stays is held in local variables: a loop over it costs more than what it does.
   */
  #mixLags(
    into: number,
    step: number,
    first: number,
    now: Float32Array,
    atNow: number,
    then: Float32Array,
    atThen: number,
    stride: number,
    rate: number,
    lags = LAG_REACH + 1,
  ): void {
    const a = now[atNow] as number;
    const b = now[atNow - EVERY] as number;
    const c = now[atNow - 2 * EVERY] as number;
    const d = now[atNow - 3 * EVERY] as number;
    const e = now[atNow - 4 * EVERY] as number;
    const f = now[atNow - 5 * EVERY] as number;
    const g = now[atNow - 6 * EVERY] as number;
    const h = now[atNow - 7 * EVERY] as number;
    const means = this.#means;
    const scale = rate / BLOCK;
    for (let lag = first, from = atThen - first * stride; lag < lags; lag++, from -= stride) {
      const sum =
        a * (then[from] as number) +
        b * (then[from - EVERY] as number) +
        c * (then[from - 2 * EVERY] as number) +
        d * (then[from - 3 * EVERY] as number) +
        e * (then[from - 4 * EVERY] as number) +
        f * (then[from - 5 * EVERY] as number) +
        g * (then[from - 6 * EVERY] as number) +
        h * (then[from - 7 * EVERY] as number);
      const at = into + step * lag;
      const mean = means[at] as number;
      means[at] = mean - mean * rate + sum * scale;
    }
  }
}
