/** Variance of motor noise over that of the timekeeper: what is taken to be known of people before any data. */
const MOTOR_SHARE = 0.1;
const MOTOR_SHARE_SD = 0.1;
/** Never more motor than timekeeper noise: without that bound α and the share cannot be told apart (Jacoby et al. 2015). */
const SHARES = Float64Array.from({ length: 21 }, (_, k) => k / 20);
const PHI_LIMIT = 0.98;
const COARSE = 49;
const FINE = 41;
/** Taps in a row that a series needs to be used, and in all. */
const MIN_RUN = 3;
const MIN_TAPS = 8;

/** Moving-average coefficient of T + M' − M, where M has `share` of the variance of T. */
const movingAverage = (share: number): number => {
  const r = -share / (1 + 2 * share);
  return r === 0 ? 0 : (1 - Math.sqrt(1 - 4 * r * r)) / (2 * r);
};

/** What a series adds to the likelihood: squares of its innovations, logarithms of their variances. */
interface Fit {
  squares: number;
  logs: number;
  free: number;
}

/**
 * Innovations of an ARMA(1, 1) with an unknown mean (Brockwell & Davis 1991, § 5.3), the mean integrated out (restricted
 * likelihood: short series would otherwise look as if they corrected more).
 */
const addRun = (run: Float64Array, phi: number, theta: number, fit: Fit): void => {
  let variance = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
  let expected = 0;
  let expectedOne = 0;
  let [squares, cross, ones] = [0, 0, 0];
  for (const value of run) {
    const error = value - expected;
    const one = 1 - expectedOne;
    squares += (error * error) / variance;
    cross += (error * one) / variance;
    ones += (one * one) / variance;
    fit.logs += Math.log(variance);
    expected = phi * value + (theta * error) / variance;
    expectedOne = phi + (theta * one) / variance;
    variance = 1 + theta * theta - (theta * theta) / variance;
  }
  fit.squares += squares - (cross * cross) / ones;
  fit.logs += Math.log(ones);
  fit.free += run.length - 1;
};

/** −2 ln of likelihood times prior, the variance profiled out. */
const surprise = (runs: readonly Float64Array[], phi: number, share: number): number => {
  const fit: Fit = { squares: 0, logs: 0, free: 0 };
  const theta = movingAverage(share);
  for (const run of runs) addRun(run, phi, theta, fit);
  return fit.free * Math.log(fit.squares / fit.free) + fit.logs + ((share - MOTOR_SHARE) / MOTOR_SHARE_SD) ** 2;
};

/** Mean and standard deviation of φ, over all shares, from a grid of φ. */
const posterior = (runs: readonly Float64Array[], phis: readonly number[]): readonly [number, number] => {
  const table = phis.map((phi) => Array.from(SHARES, (share) => surprise(runs, phi, share)));
  const least = Math.min(...table.flat());
  let [mass, first, second] = [0, 0, 0];
  phis.forEach((phi, k) => {
    for (const value of table[k] ?? []) {
      const weight = Math.exp((least - value) / 2);
      mass += weight;
      first += weight * phi;
      second += weight * phi * phi;
    }
  });
  const mean = first / mass;
  return [mean, Math.sqrt(Math.max(0, second / mass - mean * mean))];
};

const grid = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

/** Stretches without a gap, long enough to say something. */
const runsOf = (series: Float64Array): Float64Array[] => {
  const runs: Float64Array[] = [];
  for (let from = 0, i = 0; i <= series.length; i++) {
    if (i < series.length && Number.isFinite(series[i])) continue;
    if (i - from >= MIN_RUN) runs.push(series.subarray(from, i));
    from = i + 1;
  }
  return runs;
};

/**
 * Phase correction α in A(n+1) = (1 − α) A(n) + T(n) + M(n+1) − M(n) (Vorberg & Schulze 2002; Repp & Su 2013): the share of
 * an asynchrony that the next tap takes back. Motor noise M makes plain regression on the last asynchrony overstate α
 * (by about σ_M²/σ_A²); here the ARMA(1, 1) that the model implies is fitted by restricted likelihood and α is its mean
 * over what the noise's shares may be, in the spirit of bGLS (Jacoby et al. 2015): σ_M²/σ_T² has the prior N(.1, .1), cut to
 * [0, 1]. Each trial has a mean of its own. That prior is an assumption: without motor noise α .9 is put at .82, at σ_M = σ_T/2 at .98; below .5 it hardly matters.
 *
 * @param series asynchronies, one array a trial, in any one unit; NaN is a missed tap
 * @returns (0, 2), or undefined below 8 taps in runs of at least 3, or where they never vary
 * @example trialPhaseCorrection([asynchroniesMs])
 */
export const trialPhaseCorrection = (series: readonly Float64Array[]): number | undefined => {
  const runs = series.flatMap(runsOf);
  const taps = runs.reduce((sum, run) => sum + run.length, 0);
  if (taps < MIN_TAPS || runs.every((run) => run.every((value) => value === run[0]))) return undefined;
  const [coarse, spread] = posterior(runs, grid(-PHI_LIMIT, PHI_LIMIT, COARSE));
  const reach = 4 * Math.max(spread, (2 * PHI_LIMIT) / (COARSE - 1));
  const [phi] = posterior(runs, grid(Math.max(-PHI_LIMIT, coarse - reach), Math.min(PHI_LIMIT, coarse + reach), FINE));
  return 1 - phi;
};
