import { describe, expect, it } from "vitest";
import {
  absoluteFisherZ,
  circularShifts,
  correlation,
  kuramotoWeakNull,
  mulberry32,
  phasorTableOf,
  pseudoGroup,
  recurrence,
  studentTail,
  symbolicEntropyNats,
  syncIndex,
  SynchronyError,
  teamSpectra,
  windowedCrossCorrelation,
} from "../src/index.ts";
import { normals } from "./people.ts";

const random = mulberry32(21);
const normal = normals(random);
const noise = (length: number): Float64Array => Float64Array.from({ length }, () => normal());
const group = (members: number, length: number): Float64Array[] => Array.from({ length: members }, () => noise(length));

describe("spectra of a team", () => {
  it("are 1 for one signal twice, at any scale, and about 1 ÷ segments for strangers", () => {
    const a = noise(4096);
    const same = teamSpectra([a, a.map((value) => 3 - 2e-9 * value)]);
    expect(same.coherence).toBeCloseTo(1, 6);
    expect(same.sumNormalizedCsd).toBeCloseTo(1, 6);
    const strangers = teamSpectra(group(4, 4096));
    expect(strangers.coherence).toBeGreaterThan(0.01);
    expect(strangers.coherence).toBeLessThan(0.1);
  });

  it("are the mean over the pairs, for an odd number of signals as well", () => {
    const [a, b, c] = group(3, 700) as [Float64Array, Float64Array, Float64Array];
    const pairs = [teamSpectra([a, b]), teamSpectra([a, c]), teamSpectra([b, c])];
    const mean = (pick: (one: ReturnType<typeof teamSpectra>) => number): number =>
      pairs.reduce((sum, pair) => sum + pick(pair) / 3, 0);
    const all = teamSpectra([a, b, c]);
    expect(all.coherence).toBeCloseTo(
      mean((p) => p.coherence),
      12,
    );
    expect(all.sumNormalizedCsd).toBeCloseTo(
      mean((p) => p.sumNormalizedCsd),
      12,
    );
  });

  it.each([
    ["nobody", []],
    ["one signal", [noise(500)]],
    ["three rows", group(2, 3)],
    ["a constant", [noise(500), new Float64Array(500).fill(1)]],
  ])("%s has none", (_, signals) => {
    expect(teamSpectra(signals)).toEqual({ coherence: NaN, sumNormalizedCsd: NaN });
  });
});

describe("symbolic entropy", () => {
  it("is ln 3 of a ramp, as much of copies, ln 9 of two that have nothing in common, and 0 of a constant", () => {
    const ramp = Float64Array.from({ length: 900 }, (_, i) => i);
    const turned = ramp.map((i) => (7 * i) % 900);
    expect(symbolicEntropyNats([ramp])).toBeCloseTo(Math.log(3), 4);
    expect(symbolicEntropyNats([ramp, ramp.map((i) => -i)])).toBeCloseTo(Math.log(3), 2);
    expect(symbolicEntropyNats([ramp, turned])).toBeCloseTo(Math.log(9), 1);
    expect(symbolicEntropyNats([new Float64Array(9).fill(2)])).toBe(0);
    expect(symbolicEntropyNats([])).toBeNaN();
  });

  it("keeps patterns of a hundred signals apart", () => {
    const many = group(100, 300);
    expect(symbolicEntropyNats(many)).toBeCloseTo(Math.log(300), 10);
    expect(symbolicEntropyNats([...many, ...many])).toBeCloseTo(Math.log(300), 10);
  });
});

describe("recurrence", () => {
  it.each([1, 3, 4, 9])("counts what the whole matrix of %i signals shows", (members) => {
    const signals = group(members, 60).map((signal) => signal.map((value, i) => Math.sin(i / 3) + 0.4 * value));
    const radius = 0.6 * Math.sqrt(members);
    const z = signals.map((signal) => {
      const mean = signal.reduce((sum, value) => sum + value, 0) / 60;
      const sd = Math.sqrt(signal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 60);
      return signal.map((value) => (value - mean) / sd);
    });
    const near = (i: number, j: number): boolean =>
      Math.sqrt(z.reduce((sum, one) => sum + ((one[i] ?? NaN) - (one[j] ?? NaN)) ** 2, 0)) < radius;
    const lengths: number[] = [];
    for (let d = 1; d < 60; d++) {
      let run = 0;
      for (let i = 0; i + d < 60; i++)
        if (near(i, i + d)) run++;
        else if (run > 0) {
          lengths.push(run);
          run = 0;
        }
      if (run > 0) lengths.push(run);
    }
    const total = lengths.reduce((sum, length) => sum + length, 0);
    expect(recurrence(signals, { radius })).toEqual({
      rec: total / 1770,
      det: lengths.filter((length) => length > 1).reduce((sum, length) => sum + length, 0) / total,
      meanDiagonal: total / lengths.length,
      maxDiagonal: Math.max(...lengths),
    });
  });

  it("is everything within a wide radius and nothing within a narrow one", () => {
    const signals = group(2, 40);
    expect(recurrence(signals, { radius: 100 })).toMatchObject({ rec: 1, maxDiagonal: 39 });
    expect(recurrence(signals, { radius: 1e-9 })).toEqual({ rec: 0, det: 0, meanDiagonal: 0, maxDiagonal: 0 });
  });

  it.each([[[]], [[new Float64Array(1)]], [[new Float64Array(9), noise(9)]], [[Float64Array.of(1, NaN, 2)]]])(
    "has none of %j",
    (signals) => {
      expect(recurrence(signals, { radius: 1 })).toBeUndefined();
    },
  );
});

describe("synchronisation index", () => {
  it("of two is how well the one is said by the other: slope ÷ own slope × slope, by plain regression", () => {
    const [a, b] = group(2, 200) as [Float64Array, Float64Array];
    const lag = 3;
    for (let i = lag; i < 200; i++) b[i] = 0.5 * (b[i] ?? 0) + 0.6 * (a[i - lag] ?? 0) + 0.4 * (b[i - lag] ?? 0);
    const slope = ([y, own, other]: readonly [Float64Array, Float64Array, Float64Array]): number => {
      const [yo, yx, ox] = [correlation(y, own), correlation(y, other), correlation(own, other)];
      return ((yx - yo * ox) / (1 - ox * ox)) * Math.sqrt(spread(y) / spread(other));
    };
    const spread = (series: Float64Array): number => {
      const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
      return series.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    const [a0, a1, b0, b1] = [a.subarray(0, 197), a.subarray(lag), b.subarray(0, 197), b.subarray(lag)];
    // b is said most of: the weight of a is (slope of b on a) ÷ (half the slope of a on itself).
    const said = slope([b1, b0, a0]);
    const own = (correlation(a1, a0) * Math.sqrt(spread(a1) / spread(a0))) / 2;
    const weight = Math.round((said / own) * 1e4) / 1e4;
    expect(syncIndex([a, b], lag)).toBeCloseTo(said * weight, 4);
  });

  it.each([
    ["one signal", [noise(50)]],
    ["as many rows as lags", group(3, 10)],
    ["constants", [new Float64Array(50), new Float64Array(50).fill(1)]],
  ])("of %s is none", (_, signals) => {
    expect(syncIndex(signals)).toBeNaN();
  });

  it("of a signal and its negative, which say the same, is still a number", () => {
    const [a, b] = group(2, 100) as [Float64Array, Float64Array];
    expect(Number.isFinite(syncIndex([a, a.map((value) => -2 * value), b]))).toBe(true);
  });
});

describe("weak null", () => {
  it("Student's tail at its table", () => {
    for (const [t, df, p] of [
      [0, 5, 0.5],
      [2.015048372669157, 5, 0.05],
      [6.313751514675041, 1, 0.05],
      [-2.015048372669157, 5, 0.95],
      [1.6448536269514722, 1e7, 0.05],
    ] as const)
      expect(studentTail(t, df)).toBeCloseTo(p, 6);
  });

  it("strangers give any p alike, people together a small one", () => {
    const strangers = (): Float64Array[] =>
      Array.from({ length: 4 }, () => Float64Array.from({ length: 50 }, () => 2 * Math.PI * random()));
    const ps = Array.from(
      { length: 100 },
      () => kuramotoWeakNull([0, 1, 2, 3, 4, 5, 6, 7].map(() => phasorTableOf(strangers()))).p,
    );
    expect(ps.filter((p) => p < 0.5).length / 100).toBeGreaterThan(0.35);
    expect(ps.filter((p) => p < 0.5).length / 100).toBeLessThan(0.65);
    const together = (): Float64Array[] => {
      const common = Float64Array.from({ length: 50 }, () => 2 * Math.PI * random());
      return [0, 1, 2, 3].map(() => common.map((rad) => rad + normal()));
    };
    expect(kuramotoWeakNull([0, 1, 2, 3, 4, 5].map(() => phasorTableOf(together()))).p).toBeLessThan(0.001);
  });

  it("asks for two groups of one size", () => {
    expect(() => kuramotoWeakNull([])).toThrow(SynchronyError);
    expect(() => kuramotoWeakNull([phasorTableOf(group(2, 5)), phasorTableOf(group(3, 5))])).toThrow("2 and 3 members");
  });
});

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
