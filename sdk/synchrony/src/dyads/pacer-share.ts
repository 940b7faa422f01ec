import { rankP } from "../chance.ts";
import { select } from "../internal/select.ts";
import { partialOfThree } from "../partial-locking.ts";
import { MAX_ORDER } from "./nm-ratio.ts";
import type { PhaseRows } from "./phase-rows.ts";

/** Members that do not follow the pacer share nothing through it: beyond it they are what they are without it. */
const FOLLOWS = 0.5;
const APART_SHARE = 0.2;

/** What two members share beyond the pacer, one pair after another. */
export interface BeyondPacerTest {
  /** Partial phase locking, [0, 1]; NaN where nothing can be said. */
  readonly partial: number;
  /** Median of chance, and p; NaN where one of them does not follow the pacer. */
  readonly chance: number;
  readonly p: number;
  measure(i: number, j: number): void;
}

/**
 * What two members share beyond the pacer: partial phase locking. Under chance each follows the pacer in their own way:
 * their phases relative to it, turned against each other within the window by every number of points from a fifth of it to
 * four fifths.
 */
export class PacerShare implements BeyondPacerTest {
  partial = NaN;
  /** Median of chance, and p; NaN where one of them does not follow the pacer. */
  chance = NaN;
  p = NaN;
  readonly #rows: PhaseRows;
  readonly #pacer: number;
  /** Phasors relative to the pacer and where both are there, twice over, [member][2 · points]; 0 where one is missing. */
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #have: Float64Array;
  /** Points that the second is turned by at least, and what each turn gives. */
  readonly #leastTurn: number;
  readonly #turned: Float64Array;
  /** Means of the two over their common points. */
  readonly #mean = new Float64Array(4);

  constructor(rows: PhaseRows, members: number) {
    this.#rows = rows;
    this.#pacer = members;
    const size = 2 * members * rows.points;
    this.#cos = new Float64Array(size);
    this.#sin = new Float64Array(size);
    this.#have = new Float64Array(size);
    this.#leastTurn = Math.ceil(APART_SHARE * rows.points);
    this.#turned = new Float64Array(Math.max(0, rows.points - 2 * this.#leastTurn + 1));
  }

  /** Once the member and the pacer have their rows. */
  prepare(k: number): void {
    const { points, cos, sin, mask } = this.#rows;
    const a = k * MAX_ORDER * points;
    const b = this.#pacer * MAX_ORDER * points;
    const base = 2 * k * points;
    for (let p = 0; p < points; p++) {
      const c = cos[a + p] ?? 0;
      const s = sin[a + p] ?? 0;
      const d = cos[b + p] ?? 0;
      const t = sin[b + p] ?? 0;
      this.#cos[base + p] = this.#cos[base + points + p] = c * d + s * t;
      this.#sin[base + p] = this.#sin[base + points + p] = s * d - c * t;
      this.#have[base + p] = this.#have[base + points + p] =
        (mask[k * points + p] ?? 0) * (mask[this.#pacer * points + p] ?? 0);
    }
  }

  measure(i: number, j: number): void {
    this.partial = this.chance = this.p = NaN;
    const { points } = this.#rows;
    if (!this.#findMeans(i, j)) return;
    this.partial = this.#at(2 * i * points, 2 * j * points);
    const [iRe = 0, iIm = 0, jRe = 0, jIm = 0] = this.#mean;
    const follows = Math.min(iRe * iRe + iIm * iIm, jRe * jRe + jIm * jIm) >= FOLLOWS * FOLLOWS;
    if (Number.isNaN(this.partial) || !follows) return;
    const turned = this.#turned;
    for (let turn = 0; turn < turned.length; turn++)
      turned[turn] = this.#at(2 * i * points, 2 * j * points + this.#leastTurn + turn);
    this.p = rankP(this.partial, turned, turned.length);
    this.chance = select(turned, turned.length >> 1);
  }

  #findMeans(i: number, j: number): boolean {
    const { points } = this.#rows;
    const cos = this.#cos;
    const sin = this.#sin;
    const have = this.#have;
    const a = 2 * i * points;
    const b = 2 * j * points;
    let count = 0;
    let iRe = 0;
    let iIm = 0;
    let jRe = 0;
    let jIm = 0;
    for (let p = 0; p < points; p++) {
      const both = (have[a + p] as number) * (have[b + p] as number);
      count += both;
      iRe += both * (cos[a + p] as number);
      iIm += both * (sin[a + p] as number);
      jRe += both * (cos[b + p] as number);
      jIm += both * (sin[b + p] as number);
    }
    if (count < points / 2) return false;
    this.#mean[0] = iRe / count;
    this.#mean[1] = iIm / count;
    this.#mean[2] = jRe / count;
    this.#mean[3] = jIm / count;
    return true;
  }

  /** Partial locking of the stretches that begin at these places in the rows. */
  #at(a: number, b: number): number {
    const { points } = this.#rows;
    const cos = this.#cos;
    const sin = this.#sin;
    const have = this.#have;
    let count = 0;
    let re = 0;
    let im = 0;
    for (let p = 0; p < points; p++) {
      const x = cos[a + p] as number;
      const y = sin[a + p] as number;
      const z = cos[b + p] as number;
      const w = sin[b + p] as number;
      count += (have[a + p] as number) * (have[b + p] as number);
      re += x * z + y * w;
      im += y * z - x * w;
    }
    if (count === 0) return 0;
    const mean = this.#mean;
    return partialOfThree(
      re / count,
      im / count,
      mean[0] as number,
      mean[1] as number,
      mean[2] as number,
      mean[3] as number,
    );
  }
}
