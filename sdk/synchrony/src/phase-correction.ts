const FEWEST_PAIRS = 15;
/** Motor variance as a share of the timekeeper's. It is mostly small, and never larger (Wing & Kristofferson 1973). */
const MOTOR_SHARES = [0, 0.02, 0.05, 0.1, 0.17, 0.25, 0.35, 0.5, 0.7, 1];
const TYPICAL_SHARE = 0.15;

/** What an asynchrony is made of. */
export interface PhaseCorrection {
  /** Share of an asynchrony that the next interval makes up for. */
  readonly alpha: number;
  /** Timekeeper and motor SD, in the unit of the asynchronies. */
  readonly timekeeperSd: number;
  readonly motorSd: number;
}

/** A run of consecutive beats: asynchronies less their mean, and by how much each is larger than the next. */
interface Stretch {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const stretchesOf = (asynchronies: ArrayLike<number>): readonly Stretch[] => {
  const all = Array.from(asynchronies);
  const known = all.filter(Number.isFinite);
  const mean = known.reduce((sum, a) => sum + a, 0) / known.length;
  const stretches: { readonly x: number[]; readonly y: number[] }[] = [];
  let isOpen = false;
  for (let k = 0; k + 1 < all.length; k++) {
    const [a = NaN, b = NaN] = [all[k], all[k + 1]];
    const isPair = Number.isFinite(a) && Number.isFinite(b);
    if (isPair && !isOpen) stretches.push({ x: [], y: [] });
    if (isPair) stretches.at(-1)?.x.push(a - mean);
    if (isPair) stretches.at(-1)?.y.push(a - b);
    isOpen = isPair;
  }
  return stretches;
};

interface Sums {
  xx: number;
  xy: number;
  yy: number;
  logDeterminant: number;
}

/** Σ over whitened x and y: the covariance is 1 + 2s on the diagonal and −s beside it, whitened along the stretch (Thomas). */
const whitened = (stretches: readonly Stretch[], share: number): Sums => {
  const sums: Sums = { xx: 0, xy: 0, yy: 0, logDeterminant: 0 };
  for (const { x, y } of stretches) {
    let [u, v, d] = [0, 0, 0];
    for (let k = 0; k < x.length; k++) {
      const l = k === 0 ? 0 : -share / d;
      d = 1 + 2 * share + share * l;
      u = (x[k] ?? 0) - l * u;
      v = (y[k] ?? 0) - l * v;
      sums.xx += (u * u) / d;
      sums.xy += (u * v) / d;
      sums.yy += (v * v) / d;
      sums.logDeterminant += Math.log(d);
    }
  }
  return sums;
};

/**
 * Phase correction α from asynchronies to an even beat: A₍n+1₎ = (1 − α)A₍n₎ + T₍n₎ + M₍n+1₎ − M₍n₎ (Vorberg & Schulze 2002).
 * What is left has the variance σ_T² + 2σ_M² and a covariance of −σ_M² with the next. Generalised least squares as of
 * Jacoby et al. (2015), bounded as theirs by σ_M ≤ σ_T; where they settle on one motor share, which the data often hardly
 * tell from α, this is the mean over shares by their likelihood and a prior for small ones: less noise, less bias.
 *
 * @param asynchronies one a beat, any unit; NaN where a beat was missed
 * @returns undefined below 15 pairs of consecutive beats, or where nothing varies
 */
export const phaseCorrection = (asynchronies: ArrayLike<number>): PhaseCorrection | undefined => {
  const stretches = stretchesOf(asynchronies);
  const pairs = stretches.reduce((sum, { x }) => sum + x.length, 0);
  if (pairs < FEWEST_PAIRS) return undefined;
  const fits = MOTOR_SHARES.map((share) => {
    const { xx, xy, yy, logDeterminant } = whitened(stretches, share);
    const timekeeper = (yy - (xy * xy) / xx) / pairs;
    const logWeight = -0.5 * (pairs * Math.log(timekeeper) + logDeterminant) - share / TYPICAL_SHARE;
    return { share, alpha: xy / xx, timekeeper, logWeight, scale: xx };
  });
  if (!fits.every(({ timekeeper, scale }) => timekeeper > 1e-12 && scale > 1e-12)) return undefined;
  const best = Math.max(...fits.map(({ logWeight }) => logWeight));
  let [weights, alpha, timekeeper, motor] = [0, 0, 0, 0];
  fits.forEach((fit, k) => {
    // Shares are not evenly spaced: each stands for the room around it.
    const room = ((MOTOR_SHARES[k + 1] ?? 1) - (MOTOR_SHARES[k - 1] ?? 0)) / 2;
    const weight = room * Math.exp(fit.logWeight - best);
    weights += weight;
    alpha += weight * fit.alpha;
    timekeeper += weight * fit.timekeeper;
    motor += weight * fit.timekeeper * fit.share;
  });
  return {
    alpha: alpha / weights,
    timekeeperSd: Math.sqrt(timekeeper / weights),
    motorSd: Math.sqrt(motor / weights),
  };
};
