import type { FourierTransform } from "../fourier.ts";
import { type ComplexArrays, complexArrays } from "./fft-passes.ts";

/** The smallest length of at least `least` that has no other factors than 2, 3 and 5. */
export const smoothLength = (least: number): number => {
  for (let length = Math.max(1, least); ; length++) {
    let rest = length;
    for (const factor of [2, 3, 5]) while (rest % factor === 0) rest /= factor;
    if (rest === 1) return length;
  }
};

/** e^{−πi k²/N}; k² is taken modulo 2N, so that the angle stays small and exact. */
const chirpOf = (size: number): ComplexArrays => {
  const chirp = complexArrays(size);
  for (let k = 0; k < size; k++) {
    const rad = (-Math.PI * ((k * k) % (2 * size))) / size;
    chirp.re[k] = Math.cos(rad);
    chirp.im[k] = Math.sin(rad);
  }
  return chirp;
};

/**
 * The transform of a length with a large prime factor, as a convolution with a chirp (Bluestein 1970).
 *
 * @param padded a transform of at least 2·size − 1, as many abreast as this is to be
 * @returns forward transform in place
 */
export const bluestein = (size: number, padded: FourierTransform): ((data: ComplexArrays) => void) => {
  const { abreast } = padded;
  const chirp = spread(chirpOf(size), abreast);
  const kernel = complexArrays(padded.size * abreast);
  for (let k = 0; k < size; k++)
    for (const at of k === 0 ? [0] : [k, padded.size - k])
      for (let q = 0; q < abreast; q++) {
        kernel.re[at * abreast + q] = chirp.re[k * abreast] as number;
        kernel.im[at * abreast + q] = -(chirp.im[k * abreast] as number);
      }
  padded.forward(kernel);
  const work = complexArrays(padded.size * abreast);
  return (data) => {
    work.re.fill(0);
    work.im.fill(0);
    multiplyInto(work, data, chirp, size * abreast);
    padded.forward(work);
    multiplyInto(work, work, kernel, padded.size * abreast);
    padded.inverse(work);
    multiplyInto(data, work, chirp, size * abreast);
  };
};

/** Each value `times` times. */
const spread = ({ re, im }: ComplexArrays, times: number): ComplexArrays => {
  const out = complexArrays(re.length * times);
  for (let i = 0; i < out.re.length; i++) {
    out.re[i] = re[Math.floor(i / times)] as number;
    out.im[i] = im[Math.floor(i / times)] as number;
  }
  return out;
};

/** out = a·b over the first `count`. */
const multiplyInto = (out: ComplexArrays, a: ComplexArrays, b: ComplexArrays, count: number): void => {
  for (let i = 0; i < count; i++) {
    const ar = a.re[i] as number;
    const ai = a.im[i] as number;
    const br = b.re[i] as number;
    const bi = b.im[i] as number;
    out.re[i] = ar * br - ai * bi;
    out.im[i] = ar * bi + ai * br;
  }
};
