import { solve } from "../internal/solve.ts";

const LAG = 10;
/** Two predictors nearer to a line than this (1 − r²) are told apart from the values themselves, not from their sums. */
const NEARLY_ONE = 1e-6;
/** What of the second is left beside the first, as a share, when they are one and the same. */
const ROUNDING = 1e-14;
/** Points gone over at once, for the nearest cache. */
const BLOCK = 1024;

/** Mean-free stretches of all signals, one after the other, and their sums of products. */
interface Lagged {
  readonly signals: number;
  readonly points: number;
  /** x_k(t), t from 0, shape [signals × points]; and x_k(t + lag). */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Σ before_i·before_j and Σ before_i·after_j, [i × signals + j]. */
  readonly now: Float64Array;
  readonly ahead: Float64Array;
}

const centred = (signal: Float64Array, from: number, points: number, into: Float64Array, at: number): void => {
  let sum = 0;
  for (let p = 0; p < points; p++) sum += signal[from + p] as number;
  for (let p = 0; p < points; p++) into[at + p] = (signal[from + p] as number) - sum / points;
};

/** Σ a·b of every pair of rows into out[i × rows + j]. */
const products = (rows: number, points: number, a: Float64Array, b: Float64Array, half: boolean): Float64Array => {
  const out = new Float64Array(rows * rows);
  for (let from = 0; from < points; from += BLOCK) {
    const end = Math.min(points, from + BLOCK);
    for (let i = 0; i < rows; i++)
      for (let j = half ? i : 0; j < rows; j++) {
        let sum = 0;
        const shift = (j - i) * points;
        for (let x = i * points + from; x < i * points + end; x++) sum += (a[x] as number) * (b[x + shift] as number);
        out[i * rows + j] = (out[i * rows + j] as number) + sum;
      }
  }
  if (half) for (let i = 0; i < rows; i++) for (let j = 0; j < i; j++) out[i * rows + j] = out[j * rows + i] as number;
  return out;
};

const lagged = (signals: readonly Float64Array[], lag: number): Lagged => {
  const points = (signals[0]?.length ?? 0) - lag;
  const before = new Float64Array(signals.length * points);
  const after = new Float64Array(signals.length * points);
  signals.forEach((signal, k) => {
    centred(signal, 0, points, before, k * points);
    centred(signal, lag, points, after, k * points);
  });
  return {
    signals: signals.length,
    points,
    before,
    after,
    now: products(signals.length, points, before, before, true),
    ahead: products(signals.length, points, before, after, false),
  };
};

/** The other's slope where both predictors are one and the same but for a factor: the shortest of all solutions. */
const shortest = (ownPower: number, otherPower: number, ownAhead: number, otherAhead: number, sign: number): number => {
  const power = ownPower + otherPower;
  if (!(power > 0)) return 0;
  const [own, other] = [Math.sqrt(ownPower / power), sign * Math.sqrt(otherPower / power)];
  return (other * (own * ownAhead + other * otherAhead)) / power;
};

/** Slope of `other` in the regression of `self`, a lag on, on both: least squares, the shortest where not unique. */
const slope = (data: Lagged, self: number, other: number): number => {
  const { signals, points, before, after, now, ahead } = data;
  const own = now[self * signals + self] as number;
  const power = now[other * signals + other] as number;
  const both = now[self * signals + other] as number;
  const ownAhead = ahead[self * signals + self] as number;
  const otherAhead = ahead[other * signals + self] as number;
  if (self === other) return own > 0 ? ownAhead / (2 * own) : 0;
  const left = own * power - both * both;
  if (left > NEARLY_ONE * own * power) return (own * otherAhead - both * ownAhead) / left;
  let rest = 0;
  let restAhead = 0;
  const share = own > 0 ? both / own : 0;
  for (let p = 0; p < points; p++) {
    const beside = (before[other * points + p] as number) - share * (before[self * points + p] as number);
    rest += beside * beside;
    restAhead += beside * (after[self * points + p] as number);
  }
  if (rest > ROUNDING ** 2 * power) return restAhead / rest;
  return shortest(own, power, ownAhead, otherAhead, Math.sign(both));
};

const DIGITS = 1e4;

/** Four digits, a tie to the even one. */
const rounded = (value: number): number => {
  const scaled = value * DIGITS;
  const floor = Math.floor(scaled);
  return (scaled - floor === 0.5 ? floor + (Math.abs(floor) % 2) : Math.round(scaled)) / DIGITS;
};

/**
 * Synchronisation index of Guastello & Peressini (2017), as multiSyncPy defines it: what each signal says of each other's
 * next lag makes a matrix; the one that is said most of (the 'empath') is expressed by the others. Rounded to four
 * digits there, so here. It may be of any size and sign and does not rise reliably with coupling.
 *
 * @param signals each of shape [n], finite
 * @param lag points, from 1
 * @returns NaN with fewer than two signals, without a point after the lag, or where the matrix has no inverse
 */
export const syncIndex = (signals: readonly Float64Array[], lag = LAG): number => {
  const count = signals.length;
  if (count < 2 || (signals[0]?.length ?? 0) <= lag) return NaN;
  const data = lagged(signals, lag);
  const matrix = signals.map((_, other) => signals.map((__, self) => slope(data, self, other)));
  const empathy = signals.map((_, self) => matrix.reduce((sum, row) => sum + (row[self] ?? NaN) ** 2, 0));
  const most = Math.max(...empathy);
  const empath = empathy.indexOf(most);
  if (empath < 0 || empath !== empathy.lastIndexOf(most)) return NaN;
  const others = matrix.filter((_, row) => row !== empath);
  const said = others.map((row) => row[empath] ?? NaN);
  const weights = solve(
    others.map((row) => row.filter((_, column) => column !== empath)),
    said,
  );
  if (weights === undefined) return NaN;
  return rounded(said.reduce((sum, value, k) => sum + value * rounded(weights[k] ?? NaN), 0));
};
