import { laggedCorrelation } from "./lagged-correlation.ts";
import { trialPhaseCorrection } from "./trial-phase-correction.ts";

/**
 * What of each asynchrony the one before it does not explain: A(n+1) − m − (1 − α)(A(n) − m), m the mean. Two people who
 * each follow the pulse have residuals of their own; two who listen to each other as well share them.
 *
 * @param asynchronies one a beat, any one unit; NaN where the beat was missed
 * @param alpha phase correction of this person
 * @returns shape [n]; NaN at the first beat and where one of the two beats was missed
 */
export const residualAsynchronies = (asynchronies: Float64Array, alpha: number): Float64Array => {
  const known = asynchronies.filter(Number.isFinite);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return asynchronies.map((value, n) =>
    n === 0 ? NaN : value - mean - (1 - alpha) * ((asynchronies[n - 1] as number) - mean),
  );
};

/**
 * Lagged correlation of two people's residual asynchronies: coupling with each other that partialling the pulse out can
 * hide, since both follow the pulse as well.
 *
 * @param a, b asynchronies of the same beats, NaN where missed
 * @param lags beats, from 0
 * @returns shape [2 lags + 1]; positive lag: b answers a. undefined where one has too few taps for its α
 */
export const residualCorrelation = (a: Float64Array, b: Float64Array, lags: number): Float64Array | undefined => {
  const alphaA = trialPhaseCorrection([a]);
  const alphaB = trialPhaseCorrection([b]);
  if (alphaA === undefined || alphaB === undefined) return undefined;
  return laggedCorrelation(residualAsynchronies(a, alphaA), residualAsynchronies(b, alphaB), lags);
};
