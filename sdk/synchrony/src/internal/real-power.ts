import { FourierTransform } from "../fourier.ts";
import { complexArrays } from "./fft-passes.ts";

/**
 * Power of a real signal's spectrum, by a complex transform of half its length: even samples are the real parts, odd ones the
 * imaginary (Press et al., Numerical Recipes, § 12.3).
 */
export class RealPower {
  readonly #half: number;
  readonly #transform: FourierTransform;
  readonly #packed: ReturnType<typeof complexArrays>;
  readonly #turnCos: Float64Array;
  readonly #turnSin: Float64Array;

  /** @param size an even number */
  constructor(size: number) {
    this.#half = size / 2;
    this.#transform = new FourierTransform(this.#half);
    this.#packed = complexArrays(this.#half);
    const turns = Float64Array.from({ length: this.#half }, (_, k) => (2 * Math.PI * k) / size);
    this.#turnCos = turns.map(Math.cos);
    this.#turnSin = turns.map(Math.sin);
  }

  /**
   * @param values shape [size]
   * @param power filled with |X_k|², k from 0 to below size/2
   */
  measure(values: Float64Array, power: Float64Array): void {
    const half = this.#half;
    const { re, im } = this.#packed;
    for (let n = 0; n < half; n++) {
      re[n] = values[2 * n] as number;
      im[n] = values[2 * n + 1] as number;
    }
    this.#transform.forward(this.#packed);
    for (let k = 0; k < half; k++) {
      const mirror = k === 0 ? 0 : half - k;
      const evenRe = ((re[k] as number) + (re[mirror] as number)) / 2;
      const evenIm = ((im[k] as number) - (im[mirror] as number)) / 2;
      const oddRe = ((im[k] as number) + (im[mirror] as number)) / 2;
      const oddIm = ((re[mirror] as number) - (re[k] as number)) / 2;
      const c = this.#turnCos[k] as number;
      const s = this.#turnSin[k] as number;
      const x = evenRe + oddRe * c + oddIm * s;
      const y = evenIm + oddIm * c - oddRe * s;
      power[k] = x * x + y * y;
    }
  }
}
