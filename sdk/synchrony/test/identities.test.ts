import { expect, it } from "vitest";
import fc from "fast-check";
import {
  chanceCorrected,
  emptyGroupPhase,
  groupPhase,
  GroupPhaseScratch,
  minP,
  mulberry32,
  rankP,
  unbiasedR2,
  unwrapRad,
  wrapRad,
} from "../src/index.ts";

const table = (phases: readonly (readonly number[])[]) => {
  const members = phases.length;
  const points = phases[0]?.length ?? 0;
  const flat = Float64Array.from(
    { length: members * points },
    (_, i) => phases[i % members]?.[Math.floor(i / members)] ?? 0,
  );
  return {
    members,
    points,
    cos: flat.map(Math.cos),
    sin: flat.map(Math.sin),
    mask: new Uint8Array(members * points).fill(1),
  };
};

const statistics = (phases: readonly (readonly number[])[]) => {
  const out = emptyGroupPhase();
  groupPhase(table(phases), new GroupPhaseScratch(phases.length), out);
  return out;
};

const angles = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 });

it("mulberry32 is the generator of the golden vectors", () => {
  const random = mulberry32(1);
  expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

it("wraps to (−π, π] and unwraps by less than half a turn", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      (a, b) => {
        expect(Math.abs(wrapRad(a))).toBeLessThanOrEqual(Math.PI);
        expect(Math.cos(wrapRad(a))).toBeCloseTo(Math.cos(a), 9);
        expect(Math.abs(unwrapRad(a, b) - a)).toBeLessThanOrEqual(Math.PI + 1e-9);
      },
    ),
    { seed: 1 },
  );
});

it.each([1, 31, 32, 33, 70])("somebody who was never seen changes nothing of the others: %i points", (points) => {
  const random = mulberry32(points);
  const phases = [0, 1, 2].map((k) => Array.from({ length: points }, (_, p) => k + 0.3 * p + random()));
  const whole = statistics(phases);
  const holed = table([...phases, new Array<number>(points).fill(0)]);
  for (let p = 0; p < points; p++) holed.mask[4 * p + 3] = 0;
  const [out, scratch] = [emptyGroupPhase(), new GroupPhaseScratch(4)];
  groupPhase(holed, scratch, out);
  for (const [key, found] of Object.entries(out)) expect(found).toBeCloseTo(whole[key as keyof typeof whole], 12);
  expect(scratch.memberRho[3]).toBe(0);
});

it("unbiased R² is the mean pairwise cosine", () => {
  fc.assert(
    fc.property(angles, (phases) => {
      let sum = 0;
      phases.forEach((a, i) => {
        phases.forEach((b, j) => {
          if (i < j) sum += Math.cos(a - b);
        });
      });
      const { orderParameter, unbiasedR2: mean } = statistics(phases.map((p) => [p]));
      expect(mean).toBeCloseTo(sum / 6, 9);
      expect(unbiasedR2(orderParameter, 4)).toBeCloseTo(sum / 6, 9);
    }),
    { seed: 2 },
  );
});

it("cluster phase and lock do not see constant offsets; the order parameter does", () => {
  const random = mulberry32(6);
  const common = Array.from({ length: 200 }, () => 20 * random());
  const shifted = [0, 1, 2, 3.5].map((offset) => common.map((p) => p + offset));
  const { clusterRho, lock, orderParameter } = statistics(shifted);
  expect(clusterRho).toBeCloseTo(1, 9);
  expect(lock).toBeCloseTo(1, 9);
  expect(orderParameter).toBeLessThan(0.6);
});

it("two members: lock is their phase locking value", () => {
  const random = mulberry32(7);
  const a = Array.from({ length: 500 }, (_, i) => i * 0.3);
  const b = a.map((p) => p + 1 + random());
  const re = a.reduce((s, p, i) => s + Math.cos(p - (b[i] ?? 0)), 0) / 500;
  const im = a.reduce((s, p, i) => s + Math.sin(p - (b[i] ?? 0)), 0) / 500;
  expect(statistics([a, b]).lock).toBeCloseTo(Math.hypot(re, im), 9);
});

it("p is uniform when the observation is one of the surrogates, for one statistic and for the smallest of three", () => {
  const random = mulberry32(8);
  let [single, joint] = [0, 0];
  const runs = 1000;
  for (let run = 0; run < runs; run++) {
    const rows = [0, 1, 2].map(() => Float64Array.from({ length: 99 }, () => random()));
    const observed = [random(), random(), random()];
    if (rankP(observed[0] ?? 0, rows[0] ?? new Float64Array(0), 99) <= 0.05) single++;
    const tested = rows.map((surrogates, q) => ({
      observed: observed[q] ?? 0,
      surrogates,
      weight: [0.6, 0.25, 0.15][q] ?? 1,
    }));
    if (minP(tested, 99) <= 0.05) joint++;
  }
  expect(single / runs).toBeLessThan(0.07);
  expect(joint / runs).toBeLessThan(0.07);
  expect(joint / runs).toBeGreaterThan(0.02);
});

it("a floor too near the ceiling withholds the score", () => {
  expect(chanceCorrected(0.99, 0.95)).toBeUndefined();
  expect(chanceCorrected(0.6, 0.2)).toBeCloseTo(0.5);
});
