import { expect, it } from "vitest";
import fc from "fast-check";
import { orderStatistics } from "../src/internal/order-statistics.ts";

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }).map((whole) => whole + 0),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

it("finds what sorting finds, with ties, outliers, numbers without a distance, and numbers all alike", () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 300 }),
      fc.array(fc.nat(), { maxLength: 5 }),
      (drawn, at) => {
        const values = Float64Array.from(drawn, (one) => one + 0);
        const places = at.map((place) => place % values.length);
        const sorted = values.slice().sort();
        expect(orderStatistics(values, places)).toEqual(places.map((place) => sorted[place]));
      },
    ),
    { seed: 12, numRuns: 500 },
  );
});

it("leaves the values as they were", () => {
  const values = Float64Array.of(3, 1, 2);
  expect(orderStatistics(values, [0, 2])).toEqual([1, 3]);
  expect(values).toEqual(Float64Array.of(3, 1, 2));
});
