/** Wander of one person, radians a square-root cycle, and how much of a distance is left after a cycle of correction. */
const WANDERS_RAD = [0.07, 0.14, 0.28, 0.56];
const KEPT = [0.3, 0.6, 0.8];

const logMeanExp = (values: Float64Array): number => {
  let largest = -Infinity;
  for (const value of values) if (value > largest) largest = value;
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
  readonly #members: number;
  readonly #points: number;
  readonly #first: Float64Array;
  readonly #last: Float64Array;
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  readonly #steps: Float64Array;
  readonly #together = new Float64Array(WANDERS_RAD.length * KEPT.length);
  readonly #apart = new Float64Array(WANDERS_RAD.length);

  constructor(members: number, points: number) {
    this.#members = members;
    this.#points = points;
    this.#first = new Float64Array(members);
    this.#last = new Float64Array(members);
    this.#sum = new Float64Array(members);
    this.#squares = new Float64Array(members);
    this.#steps = new Float64Array(members);
  }

  /**
   * @param phases continuous phase of each member; every `stride`th value is used
   * @param cyclesPerPoint distance of the points used, cycles
   * @param spread strangers' tempo spread, share of the tempo
   */
  logRatio(phases: readonly Float64Array[], stride: number, cyclesPerPoint: number, spread: number): number {
    const points = Math.floor((this.#points - 1) / stride) + 1;
    if (this.#members < 2 || points < 4) return 0;
    this.#gather(phases, stride, points);
    const steps = points - 1;
    const relative = this.#members - 1;
    const driftVariance = (2 * Math.PI * spread * cyclesPerPoint) ** 2 / 3;
    let walked = 0;
    let ends = 0;
    for (let k = 0; k < this.#members; k++) {
      walked += this.#steps[k] ?? 0;
      ends += ((this.#last[k] ?? 0) - (this.#first[k] ?? 0)) ** 2;
    }
    for (let j = 0; j < KEPT.length; j++) {
      const kept = (KEPT[j] ?? 0) ** cyclesPerPoint;
      const known = 1 - kept * kept + steps * (1 - kept) ** 2;
      const residual = this.#residual(kept, known);
      // The offset is anywhere on the circle, as a stranger's first phase is: the two densities 1/2π cancel.
      const scale = 0.5 * relative * Math.log((1 - kept * kept) / known);
      for (let i = 0; i < WANDERS_RAD.length; i++) {
        const variance = (WANDERS_RAD[i] ?? 1) ** 2 * cyclesPerPoint;
        this.#together[j * WANDERS_RAD.length + i] =
          scale - 0.5 * (relative * steps * Math.log(variance) + residual / variance);
      }
    }
    for (let i = 0; i < WANDERS_RAD.length; i++) {
      const variance = (WANDERS_RAD[i] ?? 1) ** 2 * cyclesPerPoint;
      const whole = variance + steps * driftVariance;
      this.#apart[i] =
        -0.5 * relative * ((steps - 1) * Math.log(variance) + Math.log(whole)) -
        0.5 * (walked / variance - (ends * driftVariance) / (variance * whole));
    }
    return logMeanExp(this.#together) - logMeanExp(this.#apart);
  }

  /** Squared innovations of an AR(1) that keeps `kept` of its distance a step, each member's offset fitted. */
  #residual(kept: number, known: number): number {
    const start = 1 - kept * kept;
    let residual = 0;
    for (let k = 0; k < this.#members; k++) {
      const first = this.#first[k] ?? 0;
      const last = this.#last[k] ?? 0;
      const sum = this.#sum[k] ?? 0;
      const squares = this.#squares[k] ?? 0;
      const lagged = squares - (first * first + last * last + (this.#steps[k] ?? 0)) / 2;
      const innovations = squares - first * first + kept * kept * (squares - last * last) - 2 * kept * lagged;
      const offset = start * first + (1 - kept) * (sum - first - kept * (sum - last));
      residual += start * first * first + innovations - (offset * offset) / known;
    }
    return residual;
  }

  #gather(phases: readonly Float64Array[], stride: number, points: number): void {
    this.#sum.fill(0);
    this.#squares.fill(0);
    this.#steps.fill(0);
    for (let p = 0; p < points; p++) {
      const at = p * stride;
      let mean = 0;
      for (let k = 0; k < this.#members; k++) mean += phases[k]?.[at] ?? 0;
      mean /= this.#members;
      for (let k = 0; k < this.#members; k++) {
        const rad = (phases[k]?.[at] ?? 0) - mean;
        if (p === 0) this.#first[k] = rad;
        else this.#steps[k] = (this.#steps[k] ?? 0) + (rad - (this.#last[k] ?? 0)) ** 2;
        this.#last[k] = rad;
        this.#sum[k] = (this.#sum[k] ?? 0) + rad;
        this.#squares[k] = (this.#squares[k] ?? 0) + rad * rad;
      }
    }
  }
}
