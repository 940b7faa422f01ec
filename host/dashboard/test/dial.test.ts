import { expect, test } from "vitest";
import { angleOf, arcPath, bpmAt, degreesAt, SWEEP_DEG, turnedBy } from "../src/run/dial.ts";
import { tapped, tempoOfTaps } from "../src/run/taps.ts";

test("every whole tempo is found again where it stands on the dial", () => {
  for (let bpm = 4; bpm <= 240; bpm++) expect(bpmAt(angleOf(bpm))).toBe(bpm);
});

test("twice as fast is as far anywhere", () => {
  const octave = angleOf(120) - angleOf(60);
  for (const bpm of [4, 15, 30, 120]) expect(angleOf(2 * bpm) - angleOf(bpm)).toBeCloseTo(octave, 9);
  expect(angleOf(240) - angleOf(4)).toBeCloseTo(SWEEP_DEG, 9);
});

test("beyond the ends, and in the open part below, is the nearer end", () => {
  expect([angleOf(0), angleOf(1e6)]).toEqual([-SWEEP_DEG / 2, SWEEP_DEG / 2]);
  expect([bpmAt(-170), bpmAt(170)]).toEqual([4, 240]);
});

test("angles are from the top, clockwise", () => {
  expect([degreesAt(0, -1), degreesAt(1, 0), degreesAt(-1, 0)]).toEqual([0, 90, -90]);
});

test("keys turn it as they turn any slider, and others do nothing", () => {
  expect(["ArrowUp", "ArrowLeft", "PageUp", "PageDown", "Home", "End"].map((key) => turnedBy(key, 72.4))).toEqual([
    73, 71, 77, 67, 4, 240,
  ]);
  expect([turnedBy("ArrowUp", 240), turnedBy("PageDown", 5), turnedBy(" ", 72)]).toEqual([240, 4, undefined]);
});

test("an arc ends where it should", () => {
  expect(arcPath(10, 0, 90)).toBe("M 0.00 -10.00 A 10 10 0 0 1 10.00 -0.00");
  expect(arcPath(10, -135, 135)).toContain(" 0 1 1 ");
});

test("taps tell a tempo by the median of their intervals, from the third on", () => {
  let taps: readonly number[] = [];
  const heard = [1000, 1500, 2010, 2500, 3500].map((atMs) => tempoOfTaps((taps = tapped(taps, atMs))));
  expect(heard).toEqual([undefined, undefined, 119, 120, 119]);
});

test("after a rest taps begin anew, and what nobody can mean is no tempo", () => {
  expect(tapped([0, 500], 4501)).toEqual([4501]);
  expect(tapped([0, 500], 4500)).toEqual([0, 500, 4500]);
  expect(tempoOfTaps([0, 10, 20])).toBeUndefined();
});
