/** The value that a share p of the values does not exceed; NaN of none. */
export const quantile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(p * values.length) - 1)] ?? NaN;

/** How a sample is shown: its middle, what 95 of 100 do not exceed, and the most; milliseconds, to a hundredth. */
export interface Spread {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}

export const toMillis = (micros: number): number | null =>
  Number.isFinite(micros) ? Math.round(micros / 10) / 100 : null;

export const spreadOf = (micros: readonly number[]): Spread => ({
  p50: toMillis(quantile(micros, 0.5)),
  p95: toMillis(quantile(micros, 0.95)),
  max: toMillis(quantile(micros, 1)),
});
