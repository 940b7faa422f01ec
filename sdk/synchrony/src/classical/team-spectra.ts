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

/** Spectra of all signals' segments, [frequency][signal][segment]. */
interface Segments extends ComplexArrays {
  readonly signals: number;
  readonly count: number;
  readonly bins: number;
  readonly length: number;
}

/** Periodic Hann, mean taken off, half overlap: Welch 1967 as `scipy.signal.csd` has it. */
const segmentsOf = (signals: readonly Float64Array[], length: number): Segments => {
  const step = length - (length >> 1);
  const count = Math.floor(((signals[0]?.length ?? 0) - length) / step) + 1;
  const bins = (length >> 1) + 1;
  const out = { ...complexArrays(bins * signals.length * count), signals: signals.length, count, bins, length };
  const transform = new FourierTransform(length);
  const pair = complexArrays(length);
  const hann = Float64Array.from({ length }, (_, n) =>
    length === 1 ? 1 : 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length),
  );
  for (let k = 0; k < signals.length; k += 2) {
    const [weightsRe, weightsIm] = [weightsOf(signals[k], hann), weightsOf(signals[k + 1], hann)];
    for (let s = 0; s < count; s++) {
      fill(pair.re, signals[k], s * step, weightsRe);
      fill(pair.im, signals[k + 1], s * step, weightsIm);
      transform.forward(pair);
      part(pair, out, k * count + s, k + 1 < signals.length);
    }
  }
  return out;
};

/** The window, over the signal's size: neither figure sees it, but the rounding of the other signal would. */
const weightsOf = (signal: Float64Array | undefined, hann: Float64Array): Float64Array => {
  if (signal === undefined) return hann;
  let [least, most] = [Infinity, -Infinity];
  for (const value of signal) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return hann.map((weight) => weight / (most - least));
};

const fill = (into: Float64Array, signal: Float64Array | undefined, from: number, hann: Float64Array): void => {
  if (signal === undefined) {
    into.fill(0);
    return;
  }
  let sum = 0;
  for (let n = 0; n < hann.length; n++) sum += signal[from + n] as number;
  const mean = sum / hann.length;
  for (let n = 0; n < hann.length; n++) into[n] = ((signal[from + n] as number) - mean) * (hann[n] as number);
};

/** Two real signals went through one complex transform: takes their spectra apart. */
const part = ({ re, im }: ComplexArrays, out: Segments, at: number, both: boolean): void => {
  const { length, bins, count } = out;
  const stride = out.signals * count;
  for (let k = 0, to = at; k < bins; k++, to += stride) {
    const mirror = k === 0 ? 0 : length - k;
    const ar = re[k] as number;
    const ai = im[k] as number;
    const br = re[mirror] as number;
    const bi = im[mirror] as number;
    out.re[to] = (ar + br) / 2;
    out.im[to] = (ai - bi) / 2;
    if (!both) continue;
    out.re[to + count] = (ai + bi) / 2;
    out.im[to + count] = (br - ar) / 2;
  }
};

/** Auto-spectra of one frequency, times the number of segments. */
const powersAt = ({ re, im, signals, count }: Segments, base: number, out: Float64Array): void => {
  for (let k = 0, at = base; k < signals; k++) {
    let power = 0;
    for (let s = 0; s < count; s++, at++) power += (re[at] as number) ** 2 + (im[at] as number) ** 2;
    out[k] = power;
  }
};

/** |Σ x ȳ|² of two signals' segments at one frequency. */
const crossPower = ({ re, im, count }: Segments, a: number, b: number): number => {
  let sumRe = 0;
  let sumIm = 0;
  for (let s = 0; s < count; s++) {
    const ar = re[a + s] as number;
    const ai = im[a + s] as number;
    const br = re[b + s] as number;
    const bi = im[b + s] as number;
    sumRe += ar * br + ai * bi;
    sumIm += ai * br - ar * bi;
  }
  return sumRe * sumRe + sumIm * sumIm;
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
  const segments = segmentsOf(signals, length);
  const pairs = (signals.length * (signals.length - 1)) / 2;
  const coherence = new Float64Array(pairs);
  const crossed = new Float64Array(pairs);
  const own = new Float64Array(pairs);
  const power = new Float64Array(signals.length);
  for (let bin = 0; bin < segments.bins; bin++) {
    const base = bin * signals.length * segments.count;
    powersAt(segments, base, power);
    // One-sided: every frequency but 0 and the highest of an even length stands for two.
    const weight = bin === 0 || 2 * bin === length ? 1 : 4;
    for (let i = 0, pair = 0; i < signals.length; i++)
      for (let j = i + 1; j < signals.length; j++, pair++) {
        const cross = crossPower(segments, base + i * segments.count, base + j * segments.count);
        const powers = (power[i] as number) * (power[j] as number);
        coherence[pair] = (coherence[pair] as number) + cross / powers;
        crossed[pair] = (crossed[pair] as number) + weight * cross;
        own[pair] = (own[pair] as number) + weight * powers;
      }
  }
  return {
    coherence: meanOf(coherence) / segments.bins,
    sumNormalizedCsd: meanOf(crossed.map((sum, pair) => sum / (own[pair] as number))),
  };
};
