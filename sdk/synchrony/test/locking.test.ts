import { describe, expect, it } from "vitest";
import {
  bandPass,
  bridged,
  envelopeCorrelation,
  isFlat,
  laggedCorrelation,
  type LockingMatrix,
  lockingValue,
  movementEnvelope,
  mulberry32,
  nmLocking,
  partialLockingValue,
  phaseLocking,
  phasorTable,
  phasorTableOf,
  pickPeak,
  relativePhaseRad,
  SynchronyError,
} from "../src/index.ts";
import { normals } from "./people.ts";

const RATE_HZ = 50;
const series = (length: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, i) => value(i));
const sine = (hz: number, seconds: number, phaseRad = 0): Float64Array =>
  series(seconds * RATE_HZ, (i) => Math.sin((2 * Math.PI * hz * i) / RATE_HZ + phaseRad));

describe("locking of pairs", () => {
  it("is 1 at any constant offset, whose angle it gives, and does not see the order of pairs", () => {
    const base = series(500, (i) => 0.1 * i + Math.sin(i / 40));
    const matrix = phaseLocking(phasorTableOf([base, base.map((rad) => rad - 0.7), base.map((rad) => rad + 2)]));
    for (const i of [0, 1, 2]) for (const j of [0, 1, 2]) expect(lockingValue(matrix, i, j)).toBeCloseTo(1, 12);
    expect(relativePhaseRad(matrix, 0, 1)).toBeCloseTo(0.7, 12);
    expect(relativePhaseRad(matrix, 1, 0)).toBeCloseTo(-0.7, 12);
    expect(relativePhaseRad(matrix, 2, 1)).toBeCloseTo(2.7, 12);
  });

  it("2:1 finds double time where 1:1 does not, in one direction", () => {
    const table = phasorTable([sine(0.8, 60), sine(1.6, 60, 1)]);
    expect(lockingValue(phaseLocking(table), 0, 1)).toBeLessThan(0.02);
    expect(lockingValue(nmLocking(table, 2, 1), 0, 1)).toBeCloseTo(1, 6);
    expect(lockingValue(nmLocking(table, 2, 1), 1, 0)).toBeLessThan(0.02);
    expect(lockingValue(nmLocking(table, 1, 2), 1, 0)).toBeCloseTo(1, 6);
    expect(lockingValue(nmLocking(table, 1, 1), 0, 1)).toBe(lockingValue(phaseLocking(table), 0, 1));
  });

  it("a gap of one member changes nothing between the others; without a common point there is no figure", () => {
    const random = mulberry32(4);
    const [a, b, c] = [0, 1, 2].map(() => series(300, () => 6 * random())) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const whole = phaseLocking(phasorTableOf([a, b, c]));
    const holed = phaseLocking(phasorTableOf([a, b, c.map((rad, i) => (i % 7 < 3 ? NaN : rad))]));
    expect(lockingValue(holed, 0, 1)).toBe(lockingValue(whole, 0, 1));
    expect(lockingValue(holed, 0, 2)).not.toBe(lockingValue(whole, 0, 2));
    const apart = phaseLocking(
      phasorTableOf([a.map((rad, i) => (i < 150 ? rad : NaN)), b.map((rad, i) => (i < 150 ? NaN : rad))]),
    );
    expect(lockingValue(apart, 0, 1)).toBeNaN();
  });

  it("beyond a third is what the inverse of the whole matrix says", () => {
    const normal = normals(mulberry32(9));
    const common = series(400, (i) => 0.2 * i);
    const phases = [1, 0.5, 2].map((share) => common.map((rad) => rad + share * normal()));
    const matrix = phaseLocking(phasorTableOf(phases));
    const inverse = hermitianInverse(matrix);
    for (const [i, j] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const expected = inverse(i, j) / Math.sqrt(inverse(i, i) * inverse(j, j));
      expect(partialLockingValue(matrix, i, j, 2)).toBeCloseTo(expected, 10);
    }
  });

  it("of one who does exactly what the third does cannot be told", () => {
    const random = mulberry32(5);
    const a = series(100, () => 6 * random());
    const matrix = phaseLocking(phasorTableOf([a, series(100, () => 6 * random()), a]));
    expect(partialLockingValue(matrix, 0, 1, 2)).toBeNaN();
  });
});

/** |S⁻¹| of a 3 × 3 complex matrix by its cofactors over the determinant. */
const hermitianInverse = ({ re, im }: LockingMatrix): ((i: number, j: number) => number) => {
  const at = (i: number, j: number): readonly [number, number] => [re[3 * i + j] ?? NaN, im[3 * i + j] ?? NaN];
  const times = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) =>
    [a * c - b * d, a * d + b * c] as const;
  const minor = (i: number, j: number): readonly [number, number] => {
    const [r, s] = [0, 1, 2].filter((k) => k !== i) as [number, number];
    const [c, d] = [0, 1, 2].filter((k) => k !== j) as [number, number];
    const [x, y] = [times(at(r, c), at(s, d)), times(at(r, d), at(s, c))];
    return [x[0] - y[0], x[1] - y[1]];
  };
  const determinant = [0, 1, 2].reduce((sum, k) => sum + (k === 1 ? -1 : 1) * times(at(0, k), minor(0, k))[0], 0);
  return (i, j) => Math.hypot(...minor(j, i)) / Math.abs(determinant);
};

describe("lags", () => {
  const normal = normals(mulberry32(2));
  const walk = series(800, () => normal());
  const smooth = walk.map((_, i) => walk.subarray(Math.max(0, i - 8), i + 1).reduce((sum, value) => sum + value, 0));

  it.each([-12, 0, 7])("a series moved by %i rows is found there, at 1", (lag) => {
    const moved = smooth.map((_, i) => 3 - 2 * (smooth[i - lag] ?? 0) * -1);
    const found = pickPeak(laggedCorrelation(smooth, moved, 30));
    expect(found?.lag).toBe(lag);
    expect(found?.peakR).toBeCloseTo(1, 10);
  });

  it("are the same by the quick way, and with gaps by the other", () => {
    const other = smooth.map((value) => value + 3 * normal());
    const quick = laggedCorrelation(smooth, other, 5);
    const holed = smooth.slice();
    holed[2] = NaN;
    const slow = laggedCorrelation(holed, other, 5);
    expect(slow).toHaveLength(11);
    quick.forEach((r, k) => expect(slow[k]).toBeCloseTo(r, 12));
  });

  it.each([
    ["a constant", new Float64Array(100).fill(4), new Float64Array(100).map((_, i) => i % 5)],
    ["too short a series", Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 4)],
    ["nothing", new Float64Array(0), new Float64Array(0)],
  ])("%s has none", (_, a, b) => {
    const found = laggedCorrelation(a, b, 3);
    expect(found.every(Number.isNaN)).toBe(true);
    expect(pickPeak(found)).toBeUndefined();
  });

  it("a rise up to the last lag is no peak; of two the nearer in its region", () => {
    expect(pickPeak(Float64Array.of(0.1, 0.2, 0.3))).toBeUndefined();
    const two = Float64Array.of(0, 0.9, 0.1, 0.2, 0.1, 0.5, 0.3, 0.2, 0.1);
    expect(pickPeak(two)).toEqual({ peakR: 0.9, lag: -3 });
    expect(pickPeak(two, 2)).toEqual({ peakR: 0.5, lag: 1 });
  });
});

describe("filters and envelopes", () => {
  const middle = (signal: Float64Array): Float64Array => signal.subarray(500, signal.length - 500);
  const size = (signal: Float64Array): number =>
    Math.sqrt(signal.reduce((sum, value) => sum + value * value, 0) / signal.length);

  it("a band keeps what is in it, in place, and takes the rest and the mean away", () => {
    const inside = sine(1, 60);
    const [fast, slow] = [sine(6, 60), sine(0.1, 60)];
    const mixed = inside.map((value, i) => 5 + value + (fast[i] ?? 0) + (slow[i] ?? 0));
    const kept = bandPass(mixed, { rateHz: RATE_HZ, lowHz: 0.5, highHz: 2 });
    expect(size(middle(kept.map((value, i) => value - (inside[i] ?? NaN))))).toBeLessThan(0.02);
    const edge = bandPass(sine(2, 60), { rateHz: RATE_HZ, lowHz: 0.5, highHz: 2 });
    expect(size(middle(edge)) / size(middle(sine(2, 60)))).toBeCloseTo(0.5, 2);
  });

  it.each([
    [2, 1],
    [1, 1],
    [-1, 1],
    [1, 26],
    [NaN, 1],
  ])("no band %d to %d at 50 Hz", (lowHz, highHz) => {
    expect(() => bandPass(sine(1, 1), { rateHz: RATE_HZ, lowHz, highHz })).toThrow(SynchronyError);
  });

  it.each([0, 1, 2, 3])("%i points are filtered without harm", (length) => {
    const found = bandPass(
      series(length, (i) => i),
      { rateHz: RATE_HZ, lowHz: 0, highHz: 2 },
    );
    expect(found).toHaveLength(length);
    expect(found.every(Number.isFinite)).toBe(true);
  });

  it("two who pause together agree in their envelopes, whatever their phases; gaps are left out", () => {
    const pause = series(3000, (i) => (Math.sin((2 * Math.PI * i) / 600) > 0 ? 1 : 0.1));
    const [a, b] = [sine(1.7, 60), sine(2.3, 60, 1)].map((signal) => signal.map((value, i) => value * (pause[i] ?? 0)));
    expect(envelopeCorrelation(a ?? pause, b ?? pause)).toBeGreaterThan(0.9);
    const holed = (a ?? pause).map((value, i) => (i > 500 && i < 900 ? NaN : value));
    expect(movementEnvelope(holed).subarray(501, 900).every(Number.isNaN)).toBe(true);
    expect(envelopeCorrelation(holed, b ?? pause)).toBeGreaterThan(0.85);
    expect(envelopeCorrelation(new Float64Array(3000), b ?? pause)).toBeNaN();
  });

  it("gaps are bridged by a line and remembered", () => {
    const { values, have, missing } = bridged(Float64Array.of(NaN, 1, NaN, Infinity, 4, NaN));
    expect(Array.from(values)).toEqual([1, 1, 2, 3, 4, 4]);
    expect(Array.from(have)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(missing).toBe(4);
    expect(Array.from(bridged(Float64Array.of(NaN, NaN)).values)).toEqual([0, 0]);
  });

  it("what never changes has no phase", () => {
    expect([[], [1], [2, 2, NaN], [NaN], [0, 0]].map((values) => isFlat(Float64Array.from(values)))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(isFlat(Float64Array.of(NaN, 1, 1, 2))).toBe(false);
    const table = phasorTable([sine(1, 2), new Float64Array(100)]);
    expect(table.mask.filter((_, i) => i % 2 === 1).includes(1)).toBe(false);
    expect(table.mask.filter((_, i) => i % 2 === 0).includes(0)).toBe(false);
  });
});
