import { type ComplexArrays, complexArrays } from "./internal/fft-passes.ts";
import { FourierTransform } from "./fourier.ts";

/**
 * Quadratures (Hilbert transforms) of real signals: the imaginary parts of their analytic signals, whose real parts are the
 * signals themselves. As they stand: nothing is detrended, and the ends meet as the transform has it (Gabor 1946; the
 * same figures as `scipy.signal.hilbert`). The Hilbert transform is linear, so two signals share one complex transform.
 *
 * @param signals each of shape [n], any n, finite
 * @returns one of shape [n] for each
 * @example
 * const cosine = Float64Array.from({ length: 8 }, (_, i) => Math.cos((Math.PI * i) / 4));
 * const [sine] = quadratures([cosine]); // sin(πi/4)
 */
export const quadratures = (signals: readonly Float64Array[]): readonly Float64Array[] => {
  const size = signals[0]?.length ?? 0;
  if (size === 0) return signals.map(() => new Float64Array(0));
  const transform = new FourierTransform(size);
  const silent = new Float64Array(size);
  const out: Float64Array[] = [];
  for (let k = 0; k < signals.length; k += 2) {
    const pair = complexArrays(size);
    const [scaleRe, scaleIm] = [fill(pair.re, signals[k] ?? silent), fill(pair.im, signals[k + 1] ?? silent)];
    transform.forward(pair);
    turnBack(pair);
    transform.inverse(pair);
    for (let n = 0; n < size; n++) {
      pair.re[n] = (pair.re[n] as number) * scaleRe;
      pair.im[n] = (pair.im[n] as number) * scaleIm;
    }
    out.push(pair.re);
    if (k + 1 < signals.length) out.push(pair.im);
  }
  return out;
};

/** Brings a signal to about 1, so that its rounding is not seen in the other's. @returns its scale, a power of two: exact */
const fill = (into: Float64Array, signal: Float64Array): number => {
  let most = 0;
  for (const value of signal) most = Math.max(most, Math.abs(value));
  const scale = most > 0 && Number.isFinite(most) ? 2 ** Math.floor(Math.log2(most)) : 1;
  for (let n = 0; n < into.length; n++) into[n] = (signal[n] as number) / scale;
  return scale;
};

/** Times −i·sgn(frequency): positive frequencies a quarter turn back, negative ones a quarter turn on. */
const turnBack = ({ re, im }: ComplexArrays): void => {
  const size = re.length;
  const half = size >> 1;
  re[0] = im[0] = 0;
  if (size % 2 === 0) re[half] = im[half] = 0;
  for (let k = 1, m = size - 1; k < m; k++, m--) {
    const r = re[k] as number;
    re[k] = im[k] as number;
    im[k] = -r;
    const s = re[m] as number;
    re[m] = -(im[m] as number);
    im[m] = s;
  }
};
