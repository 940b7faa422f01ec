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
    for (let lag = 0; lag <= LAG_REACH; lag++) {
      this.#mix(at + LAG_REACH + lag, x, atX - lag * stride, y, atY, rate);
      if (lag > 0) this.#mix(at + LAG_REACH - lag, x, atX, y, atY - lag * stride, rate);
    }
    this.#mix(at + LAGS, x, atX, x, atX, rate);
    this.#mix(at + LAGS + 1, y, atY, y, atY, rate);
  }

  /** Mixes the mean product of the block that ends at these places into a mean. */
  #mix(into: number, x: Float32Array, atX: number, y: Float32Array, atY: number, rate: number): void {
    // Written out: a loop of eight costs more than what it does.
    const sum =
      (x[atX] as number) * (y[atY] as number) +
      (x[atX - EVERY] as number) * (y[atY - EVERY] as number) +
      (x[atX - 2 * EVERY] as number) * (y[atY - 2 * EVERY] as number) +
      (x[atX - 3 * EVERY] as number) * (y[atY - 3 * EVERY] as number) +
      (x[atX - 4 * EVERY] as number) * (y[atY - 4 * EVERY] as number) +
      (x[atX - 5 * EVERY] as number) * (y[atY - 5 * EVERY] as number) +
      (x[atX - 6 * EVERY] as number) * (y[atY - 6 * EVERY] as number) +
      (x[atX - 7 * EVERY] as number) * (y[atY - 7 * EVERY] as number);
    const mean = this.#means[into] as number;
    this.#means[into] = mean + (sum / BLOCK - mean) * rate;
  }
}
