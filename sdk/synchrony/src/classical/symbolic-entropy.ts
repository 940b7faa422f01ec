import { select } from "../internal/select.ts";

/** Codes are whole numbers in a float64: exact up to here. */
const MOST_CODES = 2 ** 53;

/**
 * Quantile by linear interpolation between order statistics, rounded as numpy rounds it: a value that equals a tercile
 * must fall on the same side.
 *
 * @param scratch the values, in any order; they are reordered
 */
const quantile = (scratch: Float64Array, share: number): number => {
  const place = (scratch.length - 1) * share;
  const below = Math.floor(place);
  const a = select(scratch, below);
  let b = Infinity;
  for (let i = below + 1; i < scratch.length; i++) b = Math.min(b, scratch[i] as number);
  if (below + 1 >= scratch.length) return a;
  const part = place - below;
  return part >= 0.5 ? b - (b - a) * (1 - part) : a + (b - a) * part;
};

/** Numbers the different codes from 0, so that more signals find room in them. @returns how many there are */
const renumber = (codes: Float64Array): number => {
  const numbers = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    let number = numbers.get(code);
    if (number === undefined) numbers.set(code, (number = numbers.size));
    codes[i] = number;
  }
  return numbers.size;
};

/**
 * Entropy of the group's patterns: at each point every signal is low, middle or high by its own terciles, and the pattern
 * of all of them is one symbol (multiSyncPy). 0 where one pattern lasts, at most ln n.
 *
 * @param signals each of shape [n], finite
 * @returns nats; NaN without a point
 */
export const symbolicEntropyNats = (signals: readonly Float64Array[]): number => {
  const points = signals[0]?.length ?? 0;
  if (points === 0) return NaN;
  const codes = new Float64Array(points);
  let used = 1;
  for (const signal of signals) {
    const scratch = signal.slice();
    const low = quantile(scratch, 1 / 3);
    const high = quantile(scratch, 2 / 3);
    if (used * 3 > MOST_CODES) used = renumber(codes);
    for (let i = 0; i < points; i++) {
      const value = signal[i] as number;
      codes[i] = 3 * (codes[i] as number) + (value < low ? 0 : value < high ? 1 : 2);
    }
    used *= 3;
  }
  codes.sort();
  let entropy = 0;
  for (let i = 0, from = 0; i < points; i++) {
    if (i + 1 < points && codes[i + 1] === codes[from]) continue;
    const share = (i + 1 - from) / points;
    entropy -= share * Math.log(share);
    from = i + 1;
  }
  return entropy;
};
