import { expect, test } from "vitest";
import { TAU, wrapRad } from "../src/ring/angle.ts";
import { followPhase } from "../src/ring/follow.ts";

const FRAME_S = 1 / 60;
const VIEW_S = 0.04;

/** Draws for a while from 25 views a second; returns the greatest distance from the true phase, and the largest step back. */
const drawn = (tempoHz: number, seconds: number, startErrorRad: number) => {
  let shown = wrapRad(startErrorRad);
  let errorRad = 0;
  let backRad = 0;
  for (let k = 1; k * FRAME_S < seconds; k++) {
    const tS = k * FRAME_S;
    const viewS = Math.floor(tS / VIEW_S) * VIEW_S;
    const next = followPhase(shown, wrapRad(TAU * tempoHz * viewS), tempoHz, tS - viewS, FRAME_S);
    backRad = Math.max(backRad, -wrapRad(next - shown));
    shown = next;
    if (tS > 0.6) errorRad = Math.max(errorRad, Math.abs(wrapRad(shown - TAU * tempoHz * tS)));
  }
  return { errorRad, backRad };
};

test.each([0.07, 0.5, 1.6, 4])("at a steady %d Hz the drawing has no lag and never steps back", (tempoHz) => {
  const { errorRad, backRad } = drawn(tempoHz, 5, 0);
  expect(errorRad).toBeLessThan(1e-9);
  expect(backRad).toBeLessThan(1e-9);
});

test("an error fades within half a second", () => {
  expect(drawn(1.6, 3, 2).errorRad).toBeLessThan(1e-3);
});

test("without new views the picture comes to a standstill", () => {
  let shown = 0;
  for (let k = 1; k <= 120; k++) shown = followPhase(shown, 0, 1, k * FRAME_S, FRAME_S);
  const at = shown;
  for (let k = 121; k <= 240; k++) shown = followPhase(shown, 0, 1, k * FRAME_S, FRAME_S);
  expect(wrapRad(shown - at)).toBeCloseTo(0, 6);
  expect(shown).toBeCloseTo(TAU * 0.2, 6);
});

test("an angle is the same after any number of turns, and lies in [−π, π)", () => {
  for (const rad of [-9, -Math.PI, 0, 1, Math.PI, 400]) {
    expect(Math.cos(wrapRad(rad))).toBeCloseTo(Math.cos(rad), 9);
    expect(wrapRad(rad)).toBeGreaterThanOrEqual(-Math.PI);
    expect(wrapRad(rad)).toBeLessThan(Math.PI);
  }
});
