/** Wander of one person, radians a square-root cycle, and how much of a distance is left after a cycle of correction. */
const WANDERS_RAD = [0.07, 0.14, 0.28, 0.56];
const KEPT = [0.3, 0.6, 0.8];

/** Log of a share too small to matter: a ten-millionth. */
const NEGLIGIBLE = -16;

/**
 * What the likelihood needs of relative phases r, one for each member, at points 0 … T: sums over the members of the
 * squares of all, of both ends, of all steps, and the products of r₀ + r_T and Σr. All are quadratic, so members add up.
 */
export interface SteadinessSums {
  squares: number;
  /** r₀² + r_T² */
  ends: number;
  steps: number;
  /** (r₀ + r_T)² */
  endsSquare: number;
  /** (r₀ + r_T)·Σr */
  endsSum: number;
  /** (Σr)² */
  sumSquare: number;
}

export const emptySums = (): SteadinessSums => ({
  squares: 0,
  ends: 0,
  steps: 0,
  endsSquare: 0,
  endsSum: 0,
  sumSquare: 0,
});

/** Mean of e^(value − largest). */
const meanShare = (values: Float64Array, largest: number): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const below = (values[i] as number) - largest;
    // The largest itself is most of the sum, and mostly all of it.
    if (below > NEGLIGIBLE) sum += below === 0 ? 1 : Math.exp(below);
  }
  return sum / values.length;
};

/**
 * The log likelihood ratio of an AR(1) about an unknown offset against a random walk with drift, averaged over a grid of
 * wander and strength of correction; see Steadiness. All that does not depend on the phases is worked out by
 * {@link setUp}, so that a surrogate costs a few products.
 */
export class SteadinessModel {
  /** Half of 1 ÷ variance, and what (r_T − r₀)² is weighed by where strangers drift. */
  readonly #precision = new Float64Array(WANDERS_RAD.length);
  readonly #parting = new Float64Array(WANDERS_RAD.length);
  readonly #together = new Float64Array(WANDERS_RAD.length * KEPT.length);
  readonly #apart = new Float64Array(WANDERS_RAD.length);
  readonly #togetherConstant = new Float64Array(WANDERS_RAD.length * KEPT.length);
  readonly #apartConstant = new Float64Array(WANDERS_RAD.length);
  readonly #kept = new Float64Array(KEPT.length);
  readonly #known = new Float64Array(KEPT.length);
  #steps = 0;
  #members = 0;
  #cyclesPerPoint = 0;
  #spread = 0;

  /**
   * Does nothing where it is set up so already.
   *
   * @param members of the group; its relative phases have one dimension less
   * @param steps between points
   * @param cyclesPerPoint distance of the points, cycles
   * @param spread strangers' tempo spread, share of the tempo
   */
  setUp(members: number, steps: number, cyclesPerPoint: number, spread: number): void {
    const isSame = members === this.#members && steps === this.#steps && spread === this.#spread;
    if (isSame && cyclesPerPoint === this.#cyclesPerPoint) return;
    this.#members = members;
    this.#steps = steps;
    this.#cyclesPerPoint = cyclesPerPoint;
    this.#spread = spread;
    const driftVariance = (2 * Math.PI * spread * cyclesPerPoint) ** 2 / 3;
    for (let j = 0; j < KEPT.length; j++) {
      const kept = (KEPT[j] ?? 0) ** cyclesPerPoint;
      this.#kept[j] = kept;
      this.#known[j] = 1 - kept * kept + steps * (1 - kept) ** 2;
    }
    for (let i = 0; i < WANDERS_RAD.length; i++) {
      const variance = (WANDERS_RAD[i] ?? 0) ** 2 * cyclesPerPoint;
      const whole = variance + steps * driftVariance;
      this.#precision[i] = 0.5 / variance;
      this.#parting[i] = driftVariance / whole;
      this.#apartConstant[i] = -0.5 * (members - 1) * ((steps - 1) * Math.log(variance) + Math.log(whole));
      for (let j = 0; j < KEPT.length; j++) {
        const kept = this.#kept[j] ?? 0;
        // The offset is anywhere on the circle, as a stranger's first phase is: the two densities 1/2π cancel.
        this.#togetherConstant[i * KEPT.length + j] =
          0.5 * (members - 1) * (Math.log((1 - kept * kept) / (this.#known[j] ?? 1)) - steps * Math.log(variance));
      }
    }
  }

  logRatio(sums: SteadinessSums): number {
    let apart = -Infinity;
    let together = -Infinity;
    // (r_T − r₀)²
    const parted = 2 * sums.ends - sums.endsSquare;
    for (let i = 0; i < WANDERS_RAD.length; i++) {
      const left = sums.steps - parted * (this.#parting[i] as number);
      const log = (this.#apart[i] = (this.#apartConstant[i] as number) - left * (this.#precision[i] as number));
      if (log > apart) apart = log;
    }
    for (let j = 0; j < KEPT.length; j++) {
      const kept = this.#kept[j] as number;
      const left = 1 - kept;
      const offset = kept * kept * sums.endsSquare + 2 * kept * left * sums.endsSum + left * left * sums.sumSquare;
      const squares =
        left * left * sums.squares +
        kept * left * sums.ends +
        kept * sums.steps -
        (left * left * offset) / (this.#known[j] as number);
      for (let i = 0; i < WANDERS_RAD.length; i++) {
        const at = i * KEPT.length + j;
        const log = (this.#togetherConstant[at] as number) - squares * (this.#precision[i] as number);
        this.#together[at] = log;
        if (log > together) together = log;
      }
    }
    return together - apart + Math.log(meanShare(this.#together, together) / meanShare(this.#apart, apart));
  }
}
