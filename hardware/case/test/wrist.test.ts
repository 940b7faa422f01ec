import { expect, it } from "vitest";
import { fall, LARGEST, SMALLEST, wristOf } from "../src/wrist.ts";

it("a wrist of 168 mm is about as wide as such wrists are measured to be", () => {
  expect(wristOf(168).width).toBeGreaterThan(57);
  expect(wristOf(168).width).toBeLessThan(63);
});

it("grows in every measure with its circumference, in proportion", () => {
  const [small, large] = [wristOf(150), wristOf(200)];
  expect(large.width / small.width).toBeCloseTo(200 / 150, 9);
  expect(large.radius / small.radius).toBeCloseTo(200 / 150, 9);
});

it("a curve falls as a circle does", () => {
  expect(fall(50, 30)).toBeCloseTo(10, 9);
  expect(fall(50, 0)).toBe(0);
});

it.each([NaN, 0, -170, SMALLEST - 1, LARGEST + 1, Infinity])("refuses a wrist of %d mm", (circumference) => {
  expect(() => wristOf(circumference)).toThrow(/^Expected a wrist of 145 to 215 mm around, found/);
});
