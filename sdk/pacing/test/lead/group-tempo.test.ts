import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupTempoHz } from "../../src/index.ts";

const range = { slowestHz: 40 / 60, fastestHz: 180 / 60 };
const bpmOf = (...bpms: number[]): number | undefined => {
  const hz = groupTempoHz(
    bpms.map((bpm) => bpm / 60),
    range,
  );
  return hz === undefined ? undefined : hz * 60;
};

describe("a group's own tempo", () => {
  test("of nobody, of nonsense, and of what no octave brings into the range is unknown", () => {
    expect(bpmOf()).toBeUndefined();
    expect(bpmOf(NaN, Infinity, -100, 0)).toBeUndefined();
    expect(bpmOf(2)).toBeUndefined();
  });

  test("is the middle of tempi that are alike", () => expect(bpmOf(96, 100, 104)).toBeCloseTo(100, 6));

  test("is not moved by outliers", () => {
    expect(bpmOf(96, 100, 104, 170)).toBeCloseTo(100, 6);
    expect(bpmOf(96, 99, 100, 104, 40, 150)).toBeCloseTo(99.5, 6);
  });

  test("counts those in half and in double time at the tempo that they imply", () => {
    expect(bpmOf(96, 100, 52, 208)).toBeCloseTo(102, 0);
    // Two in half time do not make it half of four.
    expect(bpmOf(100, 101, 99, 50, 50.5)).toBeCloseTo(100, 0);
  });

  test("does not depend on the order, and scales with the tempi", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 60, max: 120, noNaN: true }), { minLength: 1, maxLength: 12 }), (bpms) => {
        const found = bpmOf(...bpms) ?? NaN;
        expect(bpmOf(...[...bpms].reverse())).toBeDefined();
        expect(found).toBeGreaterThanOrEqual(40);
        expect(found).toBeLessThanOrEqual(180);
      }),
    );
  });
});
