/** A column without gaps, and where it had some. */
export interface Bridged {
  /** Shape [n]; gaps are bridged by a straight line, at the ends by the nearest value. All 0 where nothing was there. */
  readonly values: Float64Array;
  /** Shape [n]: 1 where there was a value. */
  readonly have: Uint8Array;
  readonly missing: number;
}

/**
 * Bridges what is not finite, so that a filter or a transform can run over it. What they give there is not to be believed:
 * scores leave those points out.
 *
 * @param signal shape [n]
 * @example bridged(Float64Array.of(1, NaN, 3)).values // 1, 2, 3
 */
export const bridged = (signal: Float64Array): Bridged => {
  const values = signal.slice();
  const have = new Uint8Array(signal.length);
  let missing = 0;
  let before = -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      values[i] = 0;
      missing++;
      continue;
    }
    have[i] = 1;
    if (before < i - 1) bridge(values, before, i);
    before = i;
  }
  if (before >= 0) values.fill(values[before] as number, before + 1);
  return { values, have, missing };
};

const bridge = (values: Float64Array, before: number, after: number): void => {
  const end = values[after] as number;
  const begin = before < 0 ? end : (values[before] as number);
  for (let i = before + 1; i < after; i++) values[i] = begin + ((end - begin) * (i - before)) / (after - before);
};
