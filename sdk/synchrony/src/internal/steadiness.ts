/** Wander of one person, radians a square-root cycle, and how much of a distance is left after a cycle of correction. */
const WANDERS_RAD = [0.07, 0.14, 0.28, 0.56];
const KEPT = [0.3, 0.6, 0.8];

/** Sums over one member's phase relative to the group's mean, one value a point. */
interface Sums {
  first: number;
  last: number;
  sum: number;
  squares: number;
  steps: number;
}

const logMeanExp = (values: Float64Array): number => {
  const largest = Math.max(...values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum / values.length);
};

/**
 * Do relative phases return to a place of their own (members correct towards each other, or follow one pulse), or drift
 * at a tempo of their own and walk away (strangers)? The log likelihood ratio of an AR(1) about an unknown offset against
 * a random walk with drift, for the N − 1 relative phases of a group; wander and strength of correction averaged over a
 * grid, drift over the strangers' tempi. Close to the locally best invariant test of a random walk against a stationary
 * AR(1) (Sargan & Bhargava 1983), with what is known of tempi added.
 *
 * Five sums a member, so O(N·P) without one cosine.
 */
export class Steadiness {
  readonly #points: number;
  readonly #sums: Sums[];
  readonly #together = new Float64Array(WANDERS_RAD.length * KEPT.length);
  readonly #apart = new Float64Array(WANDERS_RAD.length);

  constructor(members: number, points: number) {
    this.#points = points;
    this.#sums = Array.from({ length: members }, () => ({ first: 0, last: 0, sum: 0, squares: 0, steps: 0 }));
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
    this.#gather(phases, stride, points);
    const steps = points - 1;
    const driftVariance = (2 * Math.PI * spread * cyclesPerPoint) ** 2 / 3;
    let walked = 0;
    let ends = 0;
    for (const s of this.#sums) {
      walked += s.steps;
      ends += (s.last - s.first) ** 2;
    }
    WANDERS_RAD.forEach((wander, i) => {
      const variance = wander * wander * cyclesPerPoint;
      const whole = variance + steps * driftVariance;
      this.#apart[i] =
        (members - 1) * (-0.5 * (steps - 1) * Math.log(variance) - 0.5 * Math.log(whole)) -
        0.5 * (walked / variance - (ends * driftVariance) / (variance * whole));
      KEPT.forEach((kept, j) => {
        this.#together[i * KEPT.length + j] = this.#togetherWith(members, steps, variance, kept ** cyclesPerPoint);
      });
    });
    return logMeanExp(this.#together) - logMeanExp(this.#apart);
  }

  #togetherWith(members: number, steps: number, variance: number, kept: number): number {
    const known = 1 - kept * kept + steps * (1 - kept) ** 2;
    let squares = 0;
    for (const s of this.#sums) {
      const inner = s.squares - s.last * s.last;
      const lagged = s.squares - (s.first * s.first + s.last * s.last + s.steps) / 2;
      const innovations = s.squares - s.first * s.first + kept * kept * inner - 2 * kept * lagged;
      const offset = (1 - kept * kept) * s.first + (1 - kept) * (s.sum - s.first - kept * (s.sum - s.last));
      squares += (1 - kept * kept) * s.first * s.first + innovations - (offset * offset) / known;
    }
    // The offset is anywhere on the circle, as a stranger's first phase is: the two densities 1/2π cancel.
    const perMember = -0.5 * steps * Math.log(variance) + 0.5 * Math.log((1 - kept * kept) / known);
    return (members - 1) * perMember - (0.5 * squares) / variance;
  }

  #gather(phases: readonly Float64Array[], stride: number, points: number): void {
    const members = phases.length;
    for (const s of this.#sums) s.first = s.last = s.sum = s.squares = s.steps = 0;
    for (let p = 0; p < points; p++) {
      const at = p * stride;
      let mean = 0;
      for (const rad of phases) mean += rad[at] ?? 0;
      mean /= members;
      for (let k = 0; k < members; k++) {
        const s = this.#sums[k];
        if (s === undefined) continue;
        const rad = (phases[k]?.[at] ?? 0) - mean;
        if (p === 0) s.first = rad;
        else s.steps += (rad - s.last) ** 2;
        s.last = rad;
        s.sum += rad;
        s.squares += rad * rad;
      }
    }
  }
}
