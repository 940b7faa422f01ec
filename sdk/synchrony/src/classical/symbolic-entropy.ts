import { orderStatistics } from "../internal/order-statistics.ts";

/** Codes are whole numbers in a float64: exact up to here. */
const MOST_CODES = 2 ** 53;

/**
 * Terciles by linear interpolation between order statistics, rounded as numpy rounds them: a value that equals a tercile
 * must fall on the same side.
 */
const terciles = (signal: Float64Array): readonly [low: number, high: number] => {
  const places = [1 / 3, 2 / 3].map((share) => (signal.length - 1) * share);
  const last = signal.length - 1;
  const [a = NaN, b = NaN, c = NaN, d = NaN] = orderStatistics(
    signal,
    places.flatMap((place) => [Math.floor(place), Math.min(last, Math.floor(place) + 1)]),
  );
  return [between(a, b, (places[0] ?? NaN) % 1), between(c, d, (places[1] ?? NaN) % 1)];
};

const between = (a: number, b: number, part: number): number =>
  part >= 0.5 ? b - (b - a) * (1 - part) : a + (b - a) * part;

/** Which different codes there are, numbered from 0, and how often each. */
interface Tally {
  /** Number of each point's code. */
  readonly numbers: Int32Array;
  /** How often each number, from 0. */
  readonly counts: Int32Array;
}

/** Knuth's multiplier, 2³² over the golden ratio: codes next to each other land far apart. */
const SCATTER = 0x9e3779b1;
const WORD = 2 ** 32;

/** Numbers the different codes by open addressing: linear, and nothing is put in order. */
const tally = (codes: Float64Array): Tally => {
  const bits = Math.ceil(Math.log2(2 * codes.length + 1));
  const mask = 2 ** bits - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const keys = new Float64Array(codes.length);
  const counts = new Int32Array(codes.length);
  const numbers = new Int32Array(codes.length);
  let used = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const high = Math.floor(code / WORD);
    let slot = Math.imul((code - high * WORD) ^ Math.imul(high, SCATTER), SCATTER) >>> (32 - bits);
    let number = slots[slot] as number;
    while (number >= 0 && keys[number] !== code) {
      slot = (slot + 1) & mask;
      number = slots[slot] as number;
    }
    if (number < 0) {
      slots[slot] = number = used++;
      keys[number] = code;
    }
    counts[number] = (counts[number] as number) + 1;
    numbers[i] = number;
  }
  return { numbers, counts: counts.subarray(0, used) };
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
    const [low, high] = terciles(signal);
    if (used * 3 > MOST_CODES) {
      const { numbers, counts } = tally(codes);
      codes.set(numbers);
      used = counts.length;
    }
    for (let i = 0; i < points; i++) {
      const value = signal[i] as number;
      codes[i] = 3 * (codes[i] as number) + Number(value >= low) + Number(value >= high);
    }
    used *= 3;
  }
  return tally(codes).counts.reduce((entropy, count) => entropy - (count / points) * Math.log(count / points), 0);
};
