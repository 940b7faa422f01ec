import type { MemberTrack } from "../internal/member-track.ts";
import { LAG_REACH, LAGS, lagStride } from "./lag-grid.ts";
import { pairCount } from "./pair-index.ts";

/** Every pair is brought up to date on every second frame: 12.5 products a second hold all of a 4 Hz movement's mean. */
const EVERY = 2;
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
  readonly #wasOk: Uint8Array;
  readonly #ok: Uint8Array;
  readonly #slowest: number;

  /** @param windowFrames an exponential mean of rate 2/W has the variance of a plain mean over W */
  constructor(members: readonly MemberTrack[], windowFrames: number) {
    this.#members = members;
    const pairs = pairCount(members.length);
    this.#means = new Float64Array(pairs * WIDTH);
    this.#count = new Float64Array(pairs);
    this.#stride = new Uint8Array(pairs);
    this.#wasOk = new Uint8Array(members.length);
    this.#ok = new Uint8Array(members.length);
    this.#slowest = (2 * EVERY) / windowFrames;
  }

  step(frame: number): void {
    const members = this.#members;
    const n = members.length;
    for (let k = 0; k < n; k++) {
      this.#wasOk[k] = this.#ok[k] ?? 0;
      this.#ok[k] = Number(members[k]?.machine.state === "ok");
    }
    let pair = 0;
    for (let i = 0; i < n; i++) {
      const a = members[i];
      if (a === undefined || this.#ok[i] !== 1) {
        pair += n - 1 - i;
        continue;
      }
      for (let j = i + 1; j < n; j++, pair++) {
        if (this.#ok[j] !== 1) continue;
        // A movement that began anew may have another axis.
        if (this.#wasOk[i] !== 1 || this.#wasOk[j] !== 1) this.#count[pair] = 0;
        const b = members[j];
        if (b !== undefined && (pair + frame) % EVERY === 0) this.#update(pair, a, b, frame);
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
    const count = (this.#count[pair] = (this.#count[pair] ?? 0) + 1);
    const rate = Math.max(this.#slowest, 1 / count);
    const x = a.signal.data;
    const y = b.signal.data;
    const atX = frame - a.signal.base;
    const atY = frame - b.signal.base;
    if (atX < LAG_REACH * stride || atY < LAG_REACH * stride) return;
    const nowX = x[atX] ?? 0;
    const nowY = y[atY] ?? 0;
    const means = this.#means;
    const zero = pair * WIDTH + LAG_REACH;
    for (let lag = 1; lag <= LAG_REACH; lag++) {
      const later = (x[atX - lag * stride] ?? 0) * nowY;
      const sooner = nowX * (y[atY - lag * stride] ?? 0);
      means[zero + lag] = (means[zero + lag] ?? 0) + (later - (means[zero + lag] ?? 0)) * rate;
      means[zero - lag] = (means[zero - lag] ?? 0) + (sooner - (means[zero - lag] ?? 0)) * rate;
    }
    means[zero] = (means[zero] ?? 0) + (nowX * nowY - (means[zero] ?? 0)) * rate;
    const energy = pair * WIDTH + LAGS;
    means[energy] = (means[energy] ?? 0) + (nowX * nowX - (means[energy] ?? 0)) * rate;
    means[energy + 1] = (means[energy + 1] ?? 0) + (nowY * nowY - (means[energy + 1] ?? 0)) * rate;
  }
}
