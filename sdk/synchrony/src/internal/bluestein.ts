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
 * @param padded a transform of at least 2·size − 1
 * @returns forward transform in place
 */
export const bluestein = (size: number, padded: FourierTransform): ((data: ComplexArrays) => void) => {
  const chirp = chirpOf(size);
  const kernel = complexArrays(padded.size);
  for (let k = 0; k < size; k++) {
    for (const at of k === 0 ? [0] : [k, padded.size - k]) {
      kernel.re[at] = chirp.re[k] as number;
      kernel.im[at] = -(chirp.im[k] as number);
    }
  }
  padded.forward(kernel);
  const work = complexArrays(padded.size);
  return (data) => {
    work.re.fill(0);
    work.im.fill(0);
    for (let k = 0; k < size; k++) multiplyInto(work, k, data, k, chirp, k);
    padded.forward(work);
    for (let k = 0; k < padded.size; k++) multiplyInto(work, k, work, k, kernel, k);
    padded.inverse(work);
    for (let k = 0; k < size; k++) multiplyInto(data, k, work, k, chirp, k);
  };
};

const multiplyInto = (
  out: ComplexArrays,
  at: number,
  a: ComplexArrays,
  atA: number,
  b: ComplexArrays,
  atB: number,
): void => {
  const ar = a.re[atA] as number;
  const ai = a.im[atA] as number;
  const br = b.re[atB] as number;
  const bi = b.im[atB] as number;
  out.re[at] = ar * br - ai * bi;
  out.im[at] = ar * bi + ai * br;
};
