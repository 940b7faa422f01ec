import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../src/random/index.ts";

const take = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((v) => v * v)) - mean(values) ** 2;

describe("random", () => {
  it("takes any seed, and keeps within [0, 1)", () => {
    for (const seed of [0, -1, 2 ** 40 + 0.5, NaN, Infinity]) {
      const draws = take(1000, createRandom(seed).uniform);
      expect(draws.every((u) => u >= 0 && u < 1)).toBe(true);
      expect(new Set(draws).size).toBeGreaterThan(990);
    }
  });

  it("is mulberry32: the published first values of seed 0", () => {
    const { uniform } = createRandom(0);
    expect(take(3, () => Math.round(uniform() * 2 ** 32))).toEqual([1144304738, 1416247, 958946056]);
  });

  it("gives the same stream for the same seed, another one for another", () => {
    const draw = (seed: number): number[] => take(100, createRandom(seed).normal);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("draws the cosine first, then the sine of the same pair", () => {
    const [a, b] = [createRandom(3), createRandom(3)];
    const [radius, angle] = [Math.sqrt(-2 * Math.log(1 - a.uniform())), 2 * Math.PI * a.uniform()];
    expect([b.normal(), b.normal()]).toEqual([radius * Math.cos(angle), radius * Math.sin(angle)]);
  });

  it("has the moments of its distributions", () => {
    const random = createRandom(11);
    const uniforms = take(50_000, random.uniform);
    expect(mean(uniforms)).toBeCloseTo(0.5, 2);
    expect(variance(uniforms)).toBeCloseTo(1 / 12, 2);
    const normals = take(50_000, () => random.normal());
    expect(Math.abs(mean(normals))).toBeLessThan(0.02);
    expect(Math.abs(variance(normals) - 1)).toBeLessThan(0.03);
  });

  it("forks streams that nothing drawn elsewhere can change", () => {
    const fork = (before: (random: Random) => void): number[] => {
      const random = createRandom(5);
      before(random);
      return take(20, random.fork("a").uniform);
    };
    const untouched = fork(() => undefined);
    expect(fork((random) => take(99, random.normal))).toEqual(untouched);
    expect(fork((random) => random.fork("b").uniform())).toEqual(untouched);
    expect(take(20, createRandom(5).fork("b").uniform)).not.toEqual(untouched);
  });

  it("forks streams that do not correlate", () => {
    const root = createRandom(9);
    const [a, b] = [root.fork("1"), root.fork("2")].map((r) => take(20_000, r.normal)) as [number[], number[]];
    expect(Math.abs(mean(a.map((v, i) => v * (b[i] ?? 0))))).toBeLessThan(0.03);
  });
});
