/** How a quantity moves at one moment: value, first and second derivative by seconds. */
export interface Kinematics {
  value: number;
  rate: number;
  acceleration: number;
}

/** A polynomial of degree five over a span of time; holds its end value afterwards and its start value before. */
export interface Quintic {
  readonly tStartMicros: number;
  readonly durationS: number;
  /** Coefficients by powers of seconds since the start; named, since reading six of an array at each sample costs more. */
  readonly c0: number;
  readonly c1: number;
  readonly c2: number;
  readonly c3: number;
  readonly c4: number;
  readonly c5: number;
}

/**
 * The quintic that leaves `from` at the start and arrives with the given value and rate, unaccelerated, at the end: the
 * minimum-jerk path of Flash & Hogan (1985), by which people reach. Joined end to end they are twice continuously
 * differentiable, which keeps accelerations free of steps.
 *
 * @param tEndMicros - after `tStartMicros`
 */
export const planQuintic = (
  tStartMicros: number,
  from: Readonly<Kinematics>,
  tEndMicros: number,
  toValue: number,
  toRate: number,
): Quintic => {
  const d = (tEndMicros - tStartMicros) / 1e6;
  const { value, rate, acceleration } = from;
  // What is left to gain in value, rate and acceleration beyond what the start alone would bring.
  const gainValue = toValue - value - rate * d - (acceleration * d * d) / 2;
  const gainRate = (toRate - rate - acceleration * d) * d;
  const gainAcceleration = -acceleration * d * d;
  const [d3, d4, d5] = [d ** 3, d ** 4, d ** 5];
  return {
    tStartMicros,
    durationS: d,
    c0: value,
    c1: rate,
    c2: acceleration / 2,
    c3: (10 * gainValue - 4 * gainRate + gainAcceleration / 2) / d3,
    c4: (-15 * gainValue + 7 * gainRate - gainAcceleration) / d4,
    c5: (6 * gainValue - 3 * gainRate + gainAcceleration / 2) / d5,
  };
};

/** Evaluates a quintic and its derivatives at a time, into `out`. */
export const evalQuintic = (quintic: Quintic, tMicros: number, out: Kinematics): void => {
  const { c0, c1, c2, c3, c4, c5 } = quintic;
  const sinceS = (tMicros - quintic.tStartMicros) / 1e6;
  const s = sinceS < 0 ? 0 : sinceS > quintic.durationS ? quintic.durationS : sinceS;
  out.value = c0 + s * (c1 + s * (c2 + s * (c3 + s * (c4 + s * c5))));
  out.rate = c1 + s * (2 * c2 + s * (3 * c3 + s * (4 * c4 + s * 5 * c5)));
  out.acceleration = 2 * c2 + s * (6 * c3 + s * (12 * c4 + s * 20 * c5));
};
