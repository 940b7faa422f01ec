import { expect, it } from "vitest";
import { fall, LARGEST, SMALLEST, wristOf } from "../src/wrist.ts";

it("is an ellipse with that circumference, within Ramanujan's error", () => {
  const { width, radius } = wristOf(170);
  const a = width / 2;
  const b = (a * a) / radius; // the radius of curvature at the end of the short axis is a²/b
  const STEPS = 1e5;
  let around = 0;
  for (let i = 0; i < STEPS; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / STEPS;
    around += (Math.hypot(a * Math.sin(angle), b * Math.cos(angle)) * 2 * Math.PI) / STEPS;
  }
  expect(around).toBeCloseTo(170, 2);
  expect(a / b).toBeCloseTo(1.4, 9);
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
