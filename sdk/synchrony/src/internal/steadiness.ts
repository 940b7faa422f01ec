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
  readonly #first: Float64Array;
  readonly #last: Float64Array;
  readonly #sum: Float64Array;

  constructor(members: number, points: number) {
    this.#points = points;
    this.#first = new Float64Array(members);
    this.#last = new Float64Array(members);
    this.#sum = new Float64Array(members);
  }

  /**
   * @param phases continuous phase of each member at every `stride`th of its values
   * @param cyclesPerPoint distance of the points used, cycles
   * @param spread strangers' tempo spread, share of the tempo
   */
  logRatio(phases: readonly Float64Array[], stride: number, cyclesPerPoint: number, spread: number): number {
    const members = phases.length;
    const points = Math.floor((this.#points - 1) / stride) + 1;
    if (members < 2 || points < 4) return 0;
    this.#model.setUp(members, points - 1, cyclesPerPoint, spread);
    this.#gather(phases, stride, points);
    return this.#model.logRatio(this.#sums);
  }

  #gather(phases: readonly Float64Array[], stride: number, points: number): void {
    const members = phases.length;
    const [first, last, sum, sums] = [this.#first, this.#last, this.#sum, this.#sums];
    sum.fill(0);
    let squares = 0;
    let steps = 0;
    for (let p = 0; p < points; p++) {
      const at = p * stride;
      let mean = 0;
      for (let k = 0; k < members; k++) mean += phases[k]?.[at] ?? 0;
      mean /= members;
      for (let k = 0; k < members; k++) {
        const rad = (phases[k]?.[at] ?? 0) - mean;
        const step = rad - (last[k] as number);
        if (p === 0) first[k] = rad;
        else steps += step * step;
        last[k] = rad;
        sum[k] = (sum[k] as number) + rad;
        squares += rad * rad;
      }
    }
    let ends = 0;
    let endsSquare = 0;
    let endsSum = 0;
    let sumSquare = 0;
    for (let k = 0; k < members; k++) {
      const begin = first[k] as number;
      const end = last[k] as number;
      const all = sum[k] as number;
      ends += begin * begin + end * end;
      endsSquare += (begin + end) ** 2;
      endsSum += (begin + end) * all;
      sumSquare += all * all;
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
