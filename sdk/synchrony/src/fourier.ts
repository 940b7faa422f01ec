// https://en.wikipedia.org/wiki/Cooley%E2%80%93Tukey_FFT_algorithm, in Stockham's self-sorting form
import { bluestein, smoothLength } from "./internal/bluestein.ts";
import { type ComplexArrays, complexArrays, type Pass, pass2, pass3, pass4, pass5 } from "./internal/fft-passes.ts";

export type { ComplexArrays } from "./internal/fft-passes.ts";

const PASSES: readonly (readonly [number, Pass])[] = [
  [4, pass4],
  [2, pass2],
  [3, pass3],
  [5, pass5],
];

/** The passes that make up a length, or undefined where it has a prime factor above 5. */
const passesFor = (size: number): (readonly [number, Pass])[] | undefined => {
  const passes: (readonly [number, Pass])[] = [];
  let rest = size;
  for (const entry of PASSES)
    while (rest % entry[0] === 0) {
      passes.push(entry);
      rest /= entry[0];
    }
  return rest === 1 ? passes : undefined;
};

/**
 * Discrete Fourier transform of any length, in place, O(N log N): the transform of `@thi.ng/dsp` takes powers of two only.
 * Made once for a length and used again; it keeps its work space, so that a transform allocates nothing.
 *
 * Many short transforms are quicker side by side: `abreast` of them at once, point n of transform q at [n × abreast + q].
 *
 * @example
 * const data = { re: Float64Array.of(1, 0, 0), im: new Float64Array(3) };
 * new FourierTransform(3).forward(data); // data.re: 1, 1, 1
 */
export class FourierTransform {
  readonly size: number;
  readonly abreast: number;
  readonly #passes: readonly (readonly [number, Pass])[];
  readonly #turns: ComplexArrays;
  readonly #work: ComplexArrays;
  readonly #chirp: ((data: ComplexArrays) => void) | undefined;

  /** @param size, abreast whole numbers from 1 */
  constructor(size: number, abreast = 1) {
    this.size = size;
    this.abreast = abreast;
    const passes = passesFor(size);
    this.#passes = passes ?? [];
    this.#chirp =
      passes === undefined ? bluestein(size, new FourierTransform(smoothLength(2 * size - 1), abreast)) : undefined;
    const used = passes === undefined ? 0 : size * abreast;
    this.#turns = complexArrays(used);
    this.#work = complexArrays(used);
    // To a pass, transforms side by side are one long one whose first passes are done: it looks up every `abreast`th turn.
    for (let t = 0; t < used; t += abreast) {
      this.#turns.re[t] = Math.cos((2 * Math.PI * t) / used);
      this.#turns.im[t] = -Math.sin((2 * Math.PI * t) / used);
    }
  }

  /** X_k = Σ x_n e^{−2πi kn/N}. @param data shape [size × abreast] twice */
  forward(data: ComplexArrays): void {
    if (this.#chirp !== undefined) {
      this.#chirp(data);
      return;
    }
    let from = data;
    let to = this.#work;
    let stride = this.abreast;
    let rest = this.size;
    for (const [radix, pass] of this.#passes) {
      rest /= radix;
      pass(from, to, this.#turns, rest, stride);
      stride *= radix;
      [from, to] = [to, from];
    }
    if (from === data) return;
    data.re.set(from.re);
    data.im.set(from.im);
  }

  /** x_n = (1/N) Σ X_k e^{2πi kn/N}. */
  inverse(data: ComplexArrays): void {
    // Real and imaginary parts exchanged turn one transform into the other.
    this.forward({ re: data.im, im: data.re });
    for (let n = 0; n < this.size * this.abreast; n++) {
      data.re[n] = (data.re[n] as number) / this.size;
      data.im[n] = (data.im[n] as number) / this.size;
    }
  }
}
