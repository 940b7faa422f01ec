import { expect, it } from "vitest";
import {
  bridged,
  circularSummary,
  correlation,
  FourierTransform,
  pickPeak,
  quadratures,
  rayleighP,
  studentTail,
} from "../src/index.ts";

it("the examples of the docstrings hold", () => {
  const data = { re: Float64Array.of(1, 0, 0), im: new Float64Array(3) };
  new FourierTransform(3).forward(data);
  for (const value of data.re) expect(value).toBeCloseTo(1, 12);

  const cosine = Float64Array.from({ length: 8 }, (_, i) => Math.cos((Math.PI * i) / 4));
  const [sine = []] = quadratures([cosine]);
  Array.from(sine).forEach((value, i) => expect(value).toBeCloseTo(Math.sin((Math.PI * i) / 4), 12));

  expect(Array.from(bridged(Float64Array.of(1, NaN, 3)).values)).toEqual([1, 2, 3]);
  expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, NaN))).toBeCloseTo(1, 12);
  expect(pickPeak(Float64Array.of(0.1, 0.2, 0.9, 0.4, 0.3))).toEqual({ peakR: 0.9, lag: 0 });
  expect(circularSummary([0, Math.PI / 2])?.meanRad).toBeCloseTo(Math.PI / 4, 12);
  expect(rayleighP({ count: 10, rayleighZ: 0, meanRad: 0, resultant: 0 })).toBe(1);
  expect(studentTail(0, 5)).toBeCloseTo(0.5, 12);
});
