import { emptySums, SteadinessModel } from "../internal/steadiness-model.ts";
import { roughTurn, TURN_COS, TURN_SIN } from "../internal/rough-draws.ts";
import { relativeDrift } from "../internal/strangers.ts";
import { MAX_ORDER, NM_ORDERS } from "./nm-ratio.ts";
import type { PhaseRows } from "./phase-rows.ts";

/** A pair of strangers are turned against each other by at least this share of their circle, at most by the rest. */
const APART_SHARE = 0.2;
/** Where the phase between two points turns by more than this, the points cannot follow it: nobody is locked there. */
const FOLLOWED_RAD = 2;
const FEWEST_STEPS = 3;

/**
 * n:m phase locking ⟨e^{i(nφ_i − mφ_j)}⟩ of one pair at a time, and of pairs of strangers made of the two: each one's
 * wander turned to a random place, running away from the pair's tempo as `relativeDrift` says, its phase a random one.
 * For n:m their multiples go the same way. Only what differs between the two matters, so a surrogate is one polynomial in
 * e^{i·drift}, evaluated by Horner's rule. The same numbers as PhaseTest has for a group of two.
 */
export class PairPhase {
  /** ⟨e^{i(nφ_i − mφ_j)}⟩ over the common points. */
  re = 0;
  im = 0;
  /** Log likelihood ratio of correction against drift, see Steadiness. */
  steady = 0;
  /** Share of the window that both have. */
  common = 0;
  readonly #rows: PhaseRows;
  readonly #spread: number;
  readonly #mask: Float64Array;
  readonly #model = new SteadinessModel();
  readonly #sums = emptySums();
  #i = 0;
  #j = 0;
  #n = 1;
  #m = 1;
  #count = 0;
  #stride = 1;
  #walkRad = 0;
  #slopes: readonly [number, number] = [0, 0];

  /** @param spread strangers' tempi lie within this share of the pair's */
  constructor(rows: PhaseRows, spread: number) {
    this.#rows = rows;
    this.#spread = spread;
    this.#mask = new Float64Array(rows.points + 1);
  }

  get lock(): number {
    return Math.min(1, Math.sqrt(this.re * this.re + this.im * this.im));
  }

  /** @param order index into NM_ORDERS */
  observe(i: number, j: number, order: number): void {
    const { points, cos, sin, mask, slope, walkRad, rad } = this.#rows;
    const [n, m] = NM_ORDERS[order] ?? [1, 1];
    this.#i = i;
    this.#j = j;
    this.#n = n;
    this.#m = m;
    const a = (i * MAX_ORDER + n - 1) * points;
    const b = (j * MAX_ORDER + m - 1) * points;
    let re = 0;
    let im = 0;
    let count = 0;
    const common = this.#mask;
    for (let p = 0; p < points; p++) {
      const both = (mask[i * points + p] as number) * (mask[j * points + p] as number);
      common[p] = both;
      count += both;
      const c = cos[a + p] as number;
      const s = sin[a + p] as number;
      const d = cos[b + p] as number;
      const t = sin[b + p] as number;
      re += c * d + s * t;
      im += s * d - c * t;
    }
    this.#slopes = [n * (slope[i] ?? 0), m * (slope[j] ?? 0)];
    this.#walkRad = Math.hypot(n * (walkRad[i] ?? 0), m * (walkRad[j] ?? 0));
    this.#count = count;
    this.common = count / points;
    const followed = Math.abs(n * (slope[i] ?? 0) - m * (slope[j] ?? 0)) < FOLLOWED_RAD;
    this.re = count > 0 && followed ? re / count : 0;
    this.im = count > 0 && followed ? im / count : 0;
    // A point a cycle: nearer ones share the filter that measured them.
    const cycles = Math.abs((n * (slope[i] ?? 0) + m * (slope[j] ?? 0)) / 2) / (2 * Math.PI);
    this.#stride = Math.max(1, Math.round(1 / Math.max(1e-3, cycles)));
    const steps = Math.floor((points - 1) / this.#stride);
    this.#model.setUp(2, steps, this.#stride * Math.max(1e-3, cycles), this.#spread);
    this.steady = this.#steadiness(rad, i * points, j * points, 0);
  }

  /** Overwrites the observation by that of a pair of strangers. */
  draw(random: () => number): void {
    const { points, wander, wanderCos, wanderSin } = this.#rows;
    const from = Math.floor(random() * points);
    const apart = APART_SHARE + (1 - 2 * APART_SHARE) * random();
    const to = (from + Math.floor(apart * points)) % points;
    const i = this.#i;
    const j = this.#j;
    const drift = relativeDrift(this.#slopes, this.#walkRad, points, this.#spread, random);
    const driftCos = Math.cos(drift);
    const driftSin = Math.sin(drift);
    const a = 2 * points * (i * MAX_ORDER + this.#n - 1) + from;
    const b = 2 * points * (j * MAX_ORDER + this.#m - 1) + to;
    // Even and odd points are two polynomials in e^{2i·drift}, so that one does not wait for the other.
    const twiceCos = driftCos * driftCos - driftSin * driftSin;
    const twiceSin = 2 * driftCos * driftSin;
    const mask = this.#mask;
    let evenRe = 0;
    let evenIm = 0;
    let oddRe = 0;
    let oddIm = 0;
    for (let p = (points - 1) & ~1; p >= 0; p -= 2) {
      let c = wanderCos[a + p] as number;
      let s = wanderSin[a + p] as number;
      let d = wanderCos[b + p] as number;
      let t = wanderSin[b + p] as number;
      let both = mask[p] as number;
      let next = evenRe * twiceCos - evenIm * twiceSin + both * (c * d + s * t);
      evenIm = evenIm * twiceCos + evenRe * twiceSin + both * (s * d - c * t);
      evenRe = next;
      // The store is one longer than there are points: what stands past the last one is masked.
      c = wanderCos[a + p + 1] as number;
      s = wanderSin[a + p + 1] as number;
      d = wanderCos[b + p + 1] as number;
      t = wanderSin[b + p + 1] as number;
      both = mask[p + 1] as number;
      next = oddRe * twiceCos - oddIm * twiceSin + both * (c * d + s * t);
      oddIm = oddIm * twiceCos + oddRe * twiceSin + both * (s * d - c * t);
      oddRe = next;
    }
    const re = evenRe + oddRe * driftCos - oddIm * driftSin;
    const im = evenIm + oddIm * driftCos + oddRe * driftSin;
    const turn = roughTurn(random);
    const c = (TURN_COS[turn] as number) / this.#count;
    const s = (TURN_SIN[turn] as number) / this.#count;
    this.re = re * c - im * s;
    this.im = im * c + re * s;
    this.steady = this.#steadiness(wander, 2 * i * points + from, 2 * j * points + to, drift);
  }

  /** Of the phase n·φ_i − m·φ_j + drift·p from two rows: half of it to each, as relative to their mean. */
  #steadiness(rows: Float64Array, a: number, b: number, drift: number): number {
    const stride = this.#stride;
    const steps = Math.floor((this.#rows.points - 1) / stride);
    if (steps < FEWEST_STEPS) return 0;
    const n = this.#n;
    const m = this.#m;
    // A constant makes no difference to the ratio; taken off, it costs no digits.
    const first = n * (rows[a] ?? 0) - m * (rows[b] ?? 0);
    let last = 0;
    let sum = 0;
    let squares = 0;
    let walked = 0;
    for (let step = 0, p = 0; step <= steps; step++, p += stride) {
      const rad = n * (rows[a + p] as number) - m * (rows[b + p] as number) + drift * p - first;
      sum += rad;
      squares += rad * rad;
      walked += (rad - last) * (rad - last);
      last = rad;
    }
    const sums = this.#sums;
    sums.squares = squares / 2;
    sums.steps = walked / 2;
    sums.ends = sums.endsSquare = (last * last) / 2;
    sums.endsSum = (last * sum) / 2;
    sums.sumSquare = (sum * sum) / 2;
    return this.#model.logRatio(sums);
  }
}
