import { strangerTempo } from "../internal/strangers.ts";
import { MAX_ORDER, NM_ORDERS } from "./nm-ratio.ts";
import type { PhaseRows } from "./phase-rows.ts";

/** A pair of strangers are turned against each other by at least this share of their circle, at most by the rest. */
const APART_SHARE = 0.2;
/** Beyond this difference of tempo, radians a point, points are too far apart to follow it: nobody is locked there. */
const FOLLOWED_RAD = 2;

/**
 * n:m phase locking ⟨e^{i(nφ_i − mφ_j)}⟩ of one pair at a time, and of pairs of strangers made of the two: each one's
 * wander turned to a random place, its tempo replaced by one drawn as `internal/strangers.ts` says, its phase by a
 * random one. For n:m their multiples go the same way. Only what differs between the two matters, so a surrogate is one
 * polynomial in e^{i·drift}, evaluated by Horner's rule.
 */
export class PairPhase {
  /** ⟨e^{i(nφ_i − mφ_j)}⟩ over the common points. */
  re = 0;
  im = 0;
  /** Share of the window that both have. */
  common = 0;
  readonly #rows: PhaseRows;
  readonly #mask: Float64Array;
  #first = 0;
  #second = 0;
  #i = 0;
  #j = 0;
  #n = 1;
  #m = 1;
  #count = 0;

  constructor(rows: PhaseRows) {
    this.#rows = rows;
    this.#mask = new Float64Array(rows.points);
  }

  get aligned(): number {
    return this.re;
  }

  get lock(): number {
    return Math.min(1, Math.sqrt(this.re * this.re + this.im * this.im));
  }

  /** @param order index into NM_ORDERS */
  observe(i: number, j: number, order: number): void {
    const { points, cos, sin, mask, slope } = this.#rows;
    const [n, m] = NM_ORDERS[order] ?? [1, 1];
    this.#i = i;
    this.#j = j;
    this.#n = n;
    this.#m = m;
    this.#first = i * MAX_ORDER + n - 1;
    this.#second = j * MAX_ORDER + m - 1;
    const a = this.#first * points;
    const b = this.#second * points;
    let re = 0;
    let im = 0;
    let count = 0;
    for (let p = 0; p < points; p++) {
      const both = (mask[i * points + p] ?? 0) * (mask[j * points + p] ?? 0);
      this.#mask[p] = both;
      count += both;
      const c = cos[a + p] ?? 0;
      const s = sin[a + p] ?? 0;
      const d = cos[b + p] ?? 0;
      const t = sin[b + p] ?? 0;
      re += c * d + s * t;
      im += s * d - c * t;
    }
    this.#count = count;
    this.common = count / points;
    const followed = Math.abs(n * (slope[i] ?? 0) - m * (slope[j] ?? 0)) < FOLLOWED_RAD;
    this.re = count > 0 && followed ? re / count : 0;
    this.im = count > 0 && followed ? im / count : 0;
  }

  /** Overwrites re and im by those of a pair of strangers. */
  draw(random: () => number): void {
    const { points, wanderCos, wanderSin, trend, slope } = this.#rows;
    const from = Math.floor(random() * points);
    const apart = APART_SHARE + (1 - 2 * APART_SHARE) * random();
    const to = (from + Math.floor(apart * points)) % points;
    const ownI = (this.#rows.slope[this.#i] ?? 0) * strangerTempo(random) - (trend[this.#i * points + from] ?? 0);
    const ownJ = (slope[this.#j] ?? 0) * strangerTempo(random) - (trend[this.#j * points + to] ?? 0);
    const drift = this.#n * ownI - this.#m * ownJ;
    const driftCos = Math.cos(drift);
    const driftSin = Math.sin(drift);
    const a = 2 * points * this.#first + from;
    const b = 2 * points * this.#second + to;
    let re = 0;
    let im = 0;
    for (let p = points - 1; p >= 0; p--) {
      const c = wanderCos[a + p] ?? 0;
      const s = wanderSin[a + p] ?? 0;
      const d = wanderCos[b + p] ?? 0;
      const t = wanderSin[b + p] ?? 0;
      const both = this.#mask[p] ?? 0;
      const next = re * driftCos - im * driftSin + both * (c * d + s * t);
      im = im * driftCos + re * driftSin + both * (s * d - c * t);
      re = next;
    }
    const turn = 2 * Math.PI * random();
    const c = Math.cos(turn) / this.#count;
    const s = Math.sin(turn) / this.#count;
    this.re = re * c - im * s;
    this.im = im * c + re * s;
  }
}
