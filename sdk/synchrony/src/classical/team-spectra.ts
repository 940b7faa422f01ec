import { FourierTransform } from "../fourier.ts";
import { type ComplexArrays, complexArrays } from "../internal/fft-passes.ts";
import { isFlat } from "../phasor-table.ts";

/** What the cross-spectra of all pairs say, averaged over the pairs; NaN where a pair has none. */
export interface TeamSpectra {
  /** Magnitude-squared coherence, mean over frequencies (Reinero, Dikker & Van Bavel 2021), [0, 1]. */
  readonly coherence: number;
  /** Σ|P_xy|² / Σ P_xx P_yy over frequencies (Hudson et al. 2022), [0, 1]. */
  readonly sumNormalizedCsd: number;
}

const SEGMENT = 256;

/** 256 points, or a quarter of a signal too short for four of these. */
const segmentLength = (points: number): number => (points >= 4 * SEGMENT ? SEGMENT : points >> 2);

/** Segments that are transformed side by side, and compared while they are at hand. */
const ABREAST = 32;

/** Spectra of all signals over a few segments, [frequency][signal][segment]. */
interface Segments extends ComplexArrays {
  readonly signals: number;
  readonly bins: number;
}

/** A signal and what its segments are multiplied with: the window over the signal's size. */
interface Weighted {
  readonly signal: Float64Array;
  readonly weights: Float64Array;
}

/** Periodic Hann, as `scipy.signal.csd` has it. */
const hannOf = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, n) => (length === 1 ? 1 : 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length)));

/** Neither figure sees a signal's size, but the rounding of the other signal in one transform would. */
const weighted = (signal: Float64Array, hann: Float64Array): Weighted => {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < signal.length; i++) {
    const value = signal[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const size = most - least;
  return { signal, weights: hann.map((weight) => weight / size) };
};

/** Segments `first` to `end` of a signal, each without its mean, half overlapping (Welch 1967); zeros for none. */
const fill = (into: Float64Array, of: Weighted | undefined, first: number, end: number): void => {
  into.fill(0);
  if (of === undefined) return;
  const { signal, weights } = of;
  const step = weights.length - (weights.length >> 1);
  for (let s = first; s < end; s++) {
    const from = s * step;
    let sum = 0;
    for (let n = 0; n < weights.length; n++) sum += signal[from + n] as number;
    const mean = sum / weights.length;
    for (let n = 0, to = s - first; n < weights.length; n++, to += ABREAST)
      into[to] = ((signal[from + n] as number) - mean) * (weights[n] as number);
  }
};

/** Two real signals went through one complex transform: takes their spectra apart. */
const part = ({ re, im }: ComplexArrays, length: number, out: Segments, signal: number): void => {
  const both = signal + 1 < out.signals;
  for (let bin = 0; bin < out.bins; bin++) {
    let a = bin * ABREAST;
    let b = bin === 0 ? 0 : (length - bin) * ABREAST;
    let to = (bin * out.signals + signal) * ABREAST;
    for (let s = 0; s < ABREAST; s++, a++, b++, to++) {
      const ar = re[a] as number;
      const ai = im[a] as number;
      const br = re[b] as number;
      const bi = im[b] as number;
      out.re[to] = (ar + br) / 2;
      out.im[to] = (ai - bi) / 2;
      if (!both) continue;
      out.re[to + ABREAST] = (ai + bi) / 2;
      out.im[to + ABREAST] = (br - ar) / 2;
    }
  }
};

/** Σ |x|² of every signal and Σ x ȳ of every pair, at each frequency: [frequency][signal] and [frequency][pair]. */
interface Spectra {
  readonly power: Float64Array;
  readonly cross: ComplexArrays;
}

/** Σ x ȳ of two stretches of segments into a pair's place; two sums side by side, so that none waits for itself. */
const addCross = ({ re, im }: ComplexArrays, own: number, other: number, cross: ComplexArrays, pair: number): void => {
  let re0 = 0;
  let im0 = 0;
  let re1 = 0;
  let im1 = 0;
  for (let s = 0; s < ABREAST; s += 2) {
    const ar = re[own + s] as number;
    const ai = im[own + s] as number;
    const br = re[other + s] as number;
    const bi = im[other + s] as number;
    re0 += ar * br + ai * bi;
    im0 += ai * br - ar * bi;
    const cr = re[own + s + 1] as number;
    const ci = im[own + s + 1] as number;
    const dr = re[other + s + 1] as number;
    const di = im[other + s + 1] as number;
    re1 += cr * dr + ci * di;
    im1 += ci * dr - cr * di;
  }
  cross.re[pair] = (cross.re[pair] as number) + re0 + re1;
  cross.im[pair] = (cross.im[pair] as number) + im0 + im1;
};

/** Σ |x|² of a stretch of segments. */
const powerOf = ({ re, im }: ComplexArrays, own: number): number => {
  let sum = 0;
  for (let at = own; at < own + ABREAST; at++) {
    const x = re[at] as number;
    const y = im[at] as number;
    sum += x * x + y * y;
  }
  return sum;
};

const addSegments = (segments: Segments, { power, cross }: Spectra): void => {
  const { signals, bins } = segments;
  for (let bin = 0, pair = 0; bin < bins; bin++)
    for (let i = bin * signals; i < (bin + 1) * signals; i++) {
      power[i] = (power[i] as number) + powerOf(segments, i * ABREAST);
      for (let j = i + 1; j < (bin + 1) * signals; j++, pair++)
        addCross(segments, i * ABREAST, j * ABREAST, cross, pair);
    }
};

const spectraOf = (signals: readonly Float64Array[], length: number): Spectra => {
  const count = Math.floor(((signals[0]?.length ?? 0) - length) / (length - (length >> 1))) + 1;
  const bins = (length >> 1) + 1;
  const segments = { ...complexArrays(bins * signals.length * ABREAST), signals: signals.length, bins };
  const pairs = (signals.length * (signals.length - 1)) / 2;
  const out = { power: new Float64Array(bins * signals.length), cross: complexArrays(bins * pairs) };
  const hann = hannOf(length);
  const all = signals.map((signal) => weighted(signal, hann));
  const transform = new FourierTransform(length, ABREAST);
  const two = complexArrays(length * ABREAST);
  for (let first = 0; first < count; first += ABREAST) {
    const end = Math.min(count, first + ABREAST);
    for (let k = 0; k < signals.length; k += 2) {
      fill(two.re, all[k], first, end);
      fill(two.im, all[k + 1], first, end);
      transform.forward(two);
      part(two, length, segments, k);
    }
    addSegments(segments, out);
  }
  return out;
};

/** The mean of [0, pairs), or NaN of none. */
const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Coherence and sum-normalised cross-spectral density of a team, as multiSyncPy defines them: Welch segments of 256 points,
 * or of a quarter of the signal where it is shorter than 1024; the mean over all pairs. Neither rises reliably with
 * coupling, and chance gives well above 0: figures to compare with the literature, not to show to people.
 *
 * @param signals each of shape [n], finite
 * @returns NaN below 4 points, with fewer than two signals, or where one of them is constant
 */
export const teamSpectra = (signals: readonly Float64Array[]): TeamSpectra => {
  const length = segmentLength(signals[0]?.length ?? 0);
  if (length === 0 || signals.length < 2 || signals.some(isFlat)) return { coherence: NaN, sumNormalizedCsd: NaN };
  const { power, cross } = spectraOf(signals, length);
  const pairs = (signals.length * (signals.length - 1)) / 2;
  const coherence = new Float64Array(pairs);
  const crossed = new Float64Array(pairs);
  const own = new Float64Array(pairs);
  const bins = (length >> 1) + 1;
  for (let bin = 0, at = 0; bin < bins; bin++) {
    const base = bin * signals.length;
    // One-sided: every frequency but 0 and the highest of an even length stands for two.
    const weight = bin === 0 || 2 * bin === length ? 1 : 4;
    for (let i = 0, pair = 0; i < signals.length; i++)
      for (let j = i + 1; j < signals.length; j++, pair++, at++) {
        const square = (cross.re[at] as number) ** 2 + (cross.im[at] as number) ** 2;
        const powers = (power[base + i] as number) * (power[base + j] as number);
        coherence[pair] = (coherence[pair] as number) + square / powers;
        crossed[pair] = (crossed[pair] as number) + weight * square;
        own[pair] = (own[pair] as number) + weight * powers;
      }
  }
  return {
    coherence: meanOf(coherence) / bins,
    sumNormalizedCsd: meanOf(crossed.map((sum, pair) => sum / (own[pair] as number))),
  };
};
