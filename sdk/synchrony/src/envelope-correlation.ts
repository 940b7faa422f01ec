import { quadratures } from "./analytic-signal.ts";
import { bridged } from "./bridged.ts";
import { correlation } from "./correlation.ts";

/**
 * How strongly somebody moves, point by point: the length of the analytic signal of a movement without its mean. Clapping
 * and stop-and-go agree in this where their phases say nothing.
 *
 * @param signal shape [n]; what is not finite is a gap, and stays one
 * @returns shape [n], ≥ 0, in the signal's unit; NaN in gaps
 */
export const movementEnvelope = (signal: Float64Array): Float64Array => {
  const { values, have, missing } = bridged(signal);
  const count = values.length - missing;
  const mean = values.reduce((sum, value, i) => sum + (have[i] === 1 ? value : 0), 0) / Math.max(1, count);
  const centred = values.map((value) => value - mean);
  const [turned = centred] = quadratures([centred]);
  return centred.map((value, i) => (have[i] === 1 ? Math.hypot(value, turned[i] as number) : NaN));
};

/**
 * Correlation of two people's envelopes, over the points that both have.
 *
 * @returns [−1, 1], or NaN where one of them never changes
 */
export const envelopeCorrelation = (a: Float64Array, b: Float64Array): number =>
  correlation(movementEnvelope(a), movementEnvelope(b));
