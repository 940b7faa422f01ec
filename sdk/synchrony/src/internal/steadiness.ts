import { emptySums, SteadinessModel, type SteadinessSums } from "./steadiness-model.ts";

/**
 * Do relative phases return to a place of their own (members correct towards each other, or follow one pulse), or drift
 * at a tempo of their own and walk away (strangers)? The log likelihood ratio of an AR(1) about an unknown offset against
 * a random walk with drift, for the N − 1 relative phases of a group; wander and strength of correction averaged over a
 * grid, drift over the strangers' tempi. Close to the locally best invariant test of a random walk against a stationary
 * AR(1) (Sargan & Bhargava 1983), with what is known of tempi added.
 *
 * A few sums a member, so O(N·P) without one cosine.
 */
export class Steadiness {
  readonly #points: number;
  readonly #model = new SteadinessModel();
  readonly #sums: SteadinessSums = emptySums();
  /** Mean over the members at each point. */
  readonly #mean: Float64Array;

  constructor(points: number) {
    this.#points = points;
    this.#mean = new Float64Array(points);
  }

  /**
   * @param phases continuous phases, [member][point], of which every `stride`th point is used
   * @param members how many rows there are
   * @param cyclesPerPoint distance of the points used, cycles
   * @param spread strangers' tempo spread, share of the tempo
   */
  logRatio(phases: Float64Array, members: number, stride: number, cyclesPerPoint: number, spread: number): number {
    const points = Math.floor((this.#points - 1) / stride) + 1;
    if (members < 2 || points < 4) return 0;
    this.#model.setUp(members, points - 1, cyclesPerPoint, spread);
    this.#gather(phases, members, stride, points);
    return this.#model.logRatio(this.#sums);
  }

  #gather(phases: Float64Array, members: number, stride: number, points: number): void {
    const sums = this.#sums;
    const mean = this.#mean.fill(0);
    const row = this.#points;
    for (let k = 0; k < members; k++)
      for (let p = 0, at = k * row; p < points; p++, at += stride)
        mean[p] = (mean[p] as number) + (phases[at] as number);
    for (let p = 0; p < points; p++) mean[p] = (mean[p] as number) / members;
    let squares = 0;
    let steps = 0;
    let ends = 0;
    let endsSquare = 0;
    let endsSum = 0;
    let sumSquare = 0;
    for (let k = 0; k < members; k++) {
      const begin = (phases[k * row] as number) - (mean[0] as number);
      let last = begin;
      let sum = 0;
      for (let p = 0, at = k * row; p < points; p++, at += stride) {
        const rad = (phases[at] as number) - (mean[p] as number);
        const step = rad - last;
        steps += step * step;
        squares += rad * rad;
        sum += rad;
        last = rad;
      }
      ends += begin * begin + last * last;
      endsSquare += (begin + last) * (begin + last);
      endsSum += (begin + last) * sum;
      sumSquare += sum * sum;
    }
    // At once: a number written to an object is allocated anew.
    sums.squares = squares;
    sums.steps = steps;
    sums.ends = ends;
    sums.endsSquare = endsSquare;
    sums.endsSum = endsSum;
    sums.sumSquare = sumSquare;
  }
}
