/** Stamps within so many samples to either side tell when one was taken. */
const NEAR = 60;
/** A stamp is often late, never early: a low quantile of what they say is close to the truth. */
const QUANTILE = 0.1;

const quantile = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(QUANTILE * values.length)] as number;

/**
 * Samples are taken evenly, but a band stamps one when it gets round to it, which around a pulse is late.
 *
 * @param tMicros - of samples in a row, none missing
 * @returns when they were taken, as far as all the stamps near each say
 */
export const evenTimes = (tMicros: readonly number[]): readonly number[] => {
  const count = tMicros.length;
  if (count < 2) return tMicros;
  const periodMicros = ((tMicros[count - 1] as number) - (tMicros[0] as number)) / (count - 1);
  const ahead = tMicros.map((t, i) => t - i * periodMicros);
  return ahead.map((_, i) => i * periodMicros + quantile(ahead.slice(Math.max(0, i - NEAR), i + NEAR + 1)));
};
