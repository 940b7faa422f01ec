import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FourierTransform, mulberry32, quadratures } from "../src/index.ts";

const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17, 49, 60, 97, 100, 101, 121, 128, 210, 257, 360];

const noise = (length: number, seed: number): Float64Array => {
  const random = mulberry32(seed);
  return Float64Array.from({ length }, () => random() - 0.5);
};

const furthest = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);

describe("the transform, of any length", () => {
  it.each(LENGTHS)("%i: is its definition", (size) => {
    const [re, im] = [noise(size, 1), noise(size, 2)];
    const data = { re: re.slice(), im: im.slice() };
    new FourierTransform(size).forward(data);
    const expected = { re: new Float64Array(size), im: new Float64Array(size) };
    for (let k = 0; k < size; k++) {
      let [sumRe, sumIm] = [0, 0];
      for (let n = 0; n < size; n++) {
        const rad = (-2 * Math.PI * ((k * n) % size)) / size;
        sumRe += (re[n] ?? NaN) * Math.cos(rad) - (im[n] ?? NaN) * Math.sin(rad);
        sumIm += (re[n] ?? NaN) * Math.sin(rad) + (im[n] ?? NaN) * Math.cos(rad);
      }
      expected.re[k] = sumRe;
      expected.im[k] = sumIm;
    }
    expect(furthest(data.re, expected.re)).toBeLessThan(1e-11);
    expect(furthest(data.im, expected.im)).toBeLessThan(1e-11);
  });

  it.each([1, 4, 7, 30, 97, 256])("%i points side by side are what each alone is", (size) => {
    const abreast = 3;
    const signals = Array.from({ length: abreast }, (_, q) => ({ re: noise(size, q), im: noise(size, q + 9) }));
    const beside = (part: "re" | "im"): Float64Array =>
      Float64Array.from(
        { length: size * abreast },
        (_, i) => signals[i % abreast]?.[part][Math.floor(i / abreast)] ?? NaN,
      );
    const data = { re: beside("re"), im: beside("im") };
    const [re, im] = [data.re.slice(), data.im.slice()];
    const transform = new FourierTransform(size, abreast);
    transform.forward(data);
    for (const signal of signals) new FourierTransform(size).forward(signal);
    expect(furthest(data.re, beside("re"))).toBeLessThan(1e-11);
    expect(furthest(data.im, beside("im"))).toBeLessThan(1e-11);
    transform.inverse(data);
    expect(furthest(data.re, re)).toBeLessThan(1e-12);
    expect(furthest(data.im, im)).toBeLessThan(1e-12);
  });

  it("comes back, keeps the power (Parseval), and may be used again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (size) => {
        const [re, im] = [noise(size, size), noise(size, size + 1)];
        const data = { re: re.slice(), im: im.slice() };
        const transform = new FourierTransform(size);
        for (let round = 0; round < 2; round++) {
          const power = (): number => data.re.reduce((sum, r, k) => sum + r * r + (data.im[k] ?? NaN) ** 2, 0);
          const before = power();
          transform.forward(data);
          expect(power() / size / before).toBeCloseTo(1, 10);
          transform.inverse(data);
        }
        expect(furthest(data.re, re)).toBeLessThan(1e-12);
        expect(furthest(data.im, im)).toBeLessThan(1e-12);
      }),
      { seed: 3, numRuns: 25 },
    );
  });
});

describe("the quadrature", () => {
  it.each([16, 15, 101])("of a cosine is a sine, of a constant nothing, of itself the negative: %i points", (size) => {
    const turn = (n: number): number => (2 * Math.PI * 3 * n) / size;
    const cosine = Float64Array.from({ length: size }, (_, n) => 1 + Math.cos(turn(n)));
    const [sine = [], flat = [], third = []] = quadratures([cosine, new Float64Array(size).fill(2), cosine]);
    for (let n = 0; n < size; n++) {
      expect(sine[n]).toBeCloseTo(Math.sin(turn(n)), 12);
      expect(flat[n]).toBeCloseTo(0, 12);
      expect(third[n]).toBeCloseTo(Math.sin(turn(n)), 12);
    }
  });

  it("of nothing is nothing", () => {
    expect(quadratures([])).toEqual([]);
    expect(quadratures([new Float64Array(0)])).toEqual([new Float64Array(0)]);
  });
});
