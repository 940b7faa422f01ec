import { describe, expect, it } from "vitest";
import {
  absoluteFisherZ,
  circularShifts,
  correlation,
  mulberry32,
  pseudoGroup,
  SynchronyError,
  windowedCrossCorrelation,
} from "../src/index.ts";
import { normals } from "./people.ts";

const random = mulberry32(22);
const normal = normals(random);
const noise = (length: number): Float64Array => Float64Array.from({ length }, () => normal());
const group = (members: number, length: number): Float64Array[] => Array.from({ length: members }, () => noise(length));

describe("windowed cross-correlation", () => {
  const opts = { rateHz: 10, lagS: 0.3, windowS: 2, incrementS: 1 };

  it("is the correlation of the stretches that it names", () => {
    const [a, b] = group(2, 60) as [Float64Array, Float64Array];
    const { r, lagsS, startsS } = windowedCrossCorrelation(a, b, opts);
    expect(lagsS).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
    expect(startsS).toEqual([0, 1, 2, 3]);
    expect(r[2]?.[5]).toBeCloseTo(correlation(a.subarray(20, 40), b.subarray(22, 42)), 12);
    expect(r[2]?.[1]).toBeCloseTo(correlation(a.subarray(22, 42), b.subarray(20, 40)), 12);
  });

  it("finds who follows", () => {
    const a = noise(100);
    const { r } = windowedCrossCorrelation(
      a,
      a.map((_, i) => 1 + 2 * (a[i - 2] ?? 0)),
      opts,
    );
    expect(r[3]?.[5]).toBeCloseTo(1, 12);
    expect(absoluteFisherZ(1)).toBe(10);
    expect(absoluteFisherZ(-0.5)).toBeCloseTo(0.549306, 6);
  });

  it("gives nothing for identical stretches, constants, and windows of which more than half is missing", () => {
    const a = noise(60);
    expect(windowedCrossCorrelation(a, a, opts).r[0]?.[3]).toBeNaN();
    expect(windowedCrossCorrelation(a, new Float64Array(60), opts).r.every((row) => row.every(Number.isNaN))).toBe(
      true,
    );
    const holed = a.map((value, i) => (i > 2 && i < 20 ? NaN : value));
    const { r } = windowedCrossCorrelation(holed, noise(60), opts);
    expect(r[0]?.every(Number.isNaN)).toBe(true);
    expect(r[1]?.every(Number.isFinite)).toBe(true);
  });

  it.each([
    [{ ...opts, windowS: 0.1 }, "a window of 2 rows"],
    [{ ...opts, incrementS: 0.01 }, "an increment of 1"],
    [{ ...opts, windowS: 6 }, "63 rows for one window and its lag, found 60"],
  ])("%j is refused", (bad, words) => {
    expect(() => windowedCrossCorrelation(noise(60), noise(60), bad)).toThrow(words);
  });
});

describe("surrogates", () => {
  it("turn each member's signal whole, by shifts that differ by what was asked", () => {
    const count = Float64Array.from({ length: 100 }, (_, i) => i);
    for (let run = 0; run < 30; run++) {
      const shifted = circularShifts([count, count, count], 20, random);
      const starts = shifted.map((signal) => signal[0] ?? NaN).sort((a, b) => a - b);
      const gaps = starts.map((start, k) => (k === 2 ? (starts[0] ?? NaN) + 100 : (starts[k + 1] ?? NaN)) - start);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
      for (const signal of shifted)
        expect(signal.every((value, i) => i === 0 || (value - (signal[i - 1] ?? NaN) + 100) % 100 === 1)).toBe(true);
    }
    expect(() => circularShifts([count, count, count], 40, random)).toThrow("at most 33 points");
  });

  it("pseudo-groups never hold two of one recording", () => {
    const recordings = [0, 1, 2, 3].map((r) => [0, 1, 2].map((m) => new Float64Array(10 + r).fill(10 * r + m)));
    for (let run = 0; run < 100; run++) {
      const pseudo = pseudoGroup(recordings, 3, random);
      expect(new Set(pseudo.map((signal) => Math.floor((signal[0] ?? NaN) / 10))).size).toBe(3);
      expect(new Set(pseudo.map((signal) => signal.length)).size).toBe(1);
    }
    expect(() => pseudoGroup(recordings, 5, random)).toThrow(SynchronyError);
  });
});
