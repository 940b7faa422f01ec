import { unwrapRad } from "../circular.ts";
import { roughNormal, roughTurn, TURN_COS, TURN_RAD, TURN_SIN } from "./rough-draws.ts";

/**
 * Strangers are taken to choose their tempo within this share of the group's, each on their own. Stated, not fitted:
 * people nearer to each other than this by chance pass more often than the level says, people farther apart less often.
 */
export const STRANGER_TEMPO_SPREAD = 0.03;

/**
 * Where each member's surrogate begins in its circle, [0, room): one random place in each of N strata, dealt at random,
 * so that no two members keep the alignment they had and shifts differ by as much as the circle allows.
 */
export const drawStarts = (starts: Int32Array, members: number, room: number, random: () => number): void => {
  const turn = random();
  for (let k = 0; k < members; k++) starts[k] = k;
  for (let k = members - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    const swap = starts[k] ?? 0;
    starts[k] = starts[other] ?? 0;
    starts[other] = swap;
  }
  for (let k = 0; k < members; k++) {
    const place = ((starts[k] ?? 0) + 0.6 * random()) / members + turn;
    starts[k] = Math.floor((place - Math.floor(place)) * room);
  }
};

const MAX_SLIPS = 4;
/** A wander is measured over an eighth of the window: long beside the filter, short enough to be an average. */
const LAGS = 8;

/** |Σ e^{i·turn·p} z_p|² by Horner's rule */
const resultantSquare = (cos: Float64Array, sin: Float64Array, turn: number): number => {
  const turnCos = Math.cos(turn);
  const turnSin = Math.sin(turn);
  let re = 0;
  let im = 0;
  for (let p = cos.length - 1; p >= 0; p--) {
    const next = re * turnCos - im * turnSin + (cos[p] as number);
    im = im * turnCos + re * turnSin + (sin[p] as number);
    re = next;
  }
  return re * re + im * im;
};

/** By what share of a tempo a stranger's differs from it. */
const strangerTempo = (spread: number, random: () => number): number => spread * (2 * random() - 1);

/**
 * How fast two strangers run away from each other, radians a point: each one's tempo is drawn about its slope; the ramps
 * that make walks of their bridges are normal, so that one draw serves for both.
 *
 * @param walkRad of both: the root of the sum of squares
 */
export const relativeDrift = (
  slopes: readonly [number, number],
  walkRad: number,
  points: number,
  spread: number,
  random: () => number,
): number => {
  const tempi = slopes[0] * strangerTempo(spread, random) - slopes[1] * strangerTempo(spread, random);
  return tempi + (walkRad * roughNormal(random)) / Math.max(1, points - 1);
};

/** Where a member's phase is written, from `at` on: continuous in `rad`, and as phasors. */
export interface PhaseOut {
  readonly rad: Float64Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** One member's own timing in a window: its phase less the line through its ends, so that it closes to a circle. */
export class Wander {
  /** Mean advance, radians a point. */
  slope = 0;
  /** SD of the advance over the whole window of a random walk with bridges as large as this one, radians. */
  walkRad = 0;
  /** The wander, one angle a point. */
  readonly rad: Float64Array;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  #first = 0;

  constructor(points: number) {
    this.rad = new Float64Array(points);
    this.#cos = new Float64Array(points);
    this.#sin = new Float64Array(points);
  }

  /**
   * The line is the one through both ends, give or take whole turns, along which the phase stays most together: a cycle
   * slipped by the estimator, or across a gap, is then no wander and cannot make chance look smaller than it is.
   *
   * @param rad continuous phase, one value every `step`
   */
  set(rad: Float64Array, step: number): void {
    const points = this.rad.length;
    const first = rad[0] ?? 0;
    const through = points > 1 ? ((rad[(points - 1) * step] ?? 0) - first) / (points - 1) : 0;
    this.#first = first;
    for (let p = 0; p < points; p++) {
      const angle = (rad[p * step] ?? 0) - first - through * p;
      this.#cos[p] = Math.cos(angle);
      this.#sin[p] = Math.sin(angle);
    }
    let best = -1;
    for (let turns = -MAX_SLIPS; turns <= MAX_SLIPS; turns++) {
      const slip = (2 * Math.PI * turns) / Math.max(1, points - 1);
      const together = resultantSquare(this.#cos, this.#sin, -slip);
      if (together <= best) continue;
      best = together;
      this.slope = through + slip;
    }
    let previous = 0;
    for (let p = 0; p < points; p++) {
      const wander = unwrapRad(previous, (rad[p * step] ?? 0) - first - this.slope * p);
      previous = wander;
      this.rad[p] = wander;
      this.#cos[p] = Math.cos(wander);
      this.#sin[p] = Math.sin(wander);
    }
    this.walkRad = this.#estimatedWalk();
  }

  /** Round the circle, a bridge of a walk with variance V in all moves by V·l(1 − l) over a share l of it. */
  #estimatedWalk(): number {
    const rad = this.rad;
    const points = rad.length;
    const lag = Math.max(1, Math.floor(points / LAGS));
    let squares = 0;
    for (let p = 0, q = lag; p < points; p++, q++) {
      if (q === points) q = 0;
      squares += ((rad[q] ?? 0) - (rad[p] ?? 0)) ** 2;
    }
    const share = lag / points;
    return Math.sqrt(squares / points / (share * (1 - share)));
  }

  /** The phase as it was, continuous. */
  writeOwn(rad: Float64Array, at: number): void {
    for (let p = 0; p < this.rad.length; p++) rad[at + p] = this.#first + this.slope * p + (this.rad[p] as number);
  }

  /**
   * Writes the phase of a stranger who wanders like this member: the circle turned to `start` and opened again, its trend
   * replaced by a tempo drawn within `spread` of `groupSlope`, its phase by a random one. For a random walk this is exact:
   * a bridge has exchangeable increments, and a bridge and an independent ramp make a walk.
   */
  writeStranger(
    start: number,
    groupSlope: number,
    spread: number,
    random: () => number,
    out: PhaseOut,
    at: number,
  ): void {
    const points = this.rad.length;
    const ramp = (this.walkRad * roughNormal(random)) / Math.max(1, points - 1);
    const own = groupSlope * strangerTempo(spread, random) + ramp;
    const turn = roughTurn(random);
    const { rad, cos, sin } = out;
    const wander = this.rad;
    const wanderCos = this.#cos;
    const wanderSin = this.#sin;
    const stepCos = Math.cos(own);
    const stepSin = Math.sin(own);
    let c = TURN_COS[turn] as number;
    let s = TURN_SIN[turn] as number;
    let base = TURN_RAD[turn] as number;
    for (let p = 0, q = start, i = at; p < points; p++, q++, i++, base += own) {
      if (q === points) q = 0;
      rad[i] = base + (wander[q] as number);
      const wc = wanderCos[q] as number;
      const ws = wanderSin[q] as number;
      cos[i] = wc * c - ws * s;
      sin[i] = ws * c + wc * s;
      const next = c * stepCos - s * stepSin;
      s = s * stepCos + c * stepSin;
      c = next;
    }
  }
}
