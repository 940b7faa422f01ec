import {
  createIdentity,
  createMover,
  createRandom,
  createStill,
  createWrist,
  drum,
  LSM6DS3TRC,
  sway,
} from "@entrain/simulator";
import type { Body } from "@entrain/simulator";
import { describe, expect, it } from "vitest";
import { mulberry32, OnsetDetector } from "../src/index.ts";
import { at, normals, scorerFor } from "./people.ts";

interface Heard {
  readonly truthMicros: number[];
  readonly foundMicros: number[];
}

const RATE_HZ = 104;

/** A wrist of the simulator, sampled. */
const sampled = (body: Body, seed: number, each: (t: number, g: Float64Array) => void, seconds = 40): void => {
  const wrist = createWrist({ body, mounting: createIdentity(), sensor: LSM6DS3TRC, random: createRandom(seed) });
  const g = new Float64Array(3);
  const dps = new Float64Array(3);
  for (let i = 0; i < seconds * RATE_HZ; i++) {
    const t = 1_000 + (i * 1e6) / RATE_HZ;
    wrist.sample(t, g, dps);
    each(t, g);
  }
};

const heard = (body: Body, seed: number): Heard => {
  const truthMicros: number[] = [];
  const foundMicros: number[] = [];
  body.onOnset = (t) => truthMicros.push(t);
  const onsets = new OnsetDetector();
  sampled(body, seed, (t, g) => {
    if (onsets.push(t, g[0] ?? NaN, g[1] ?? NaN, g[2] ?? NaN)) foundMicros.push(onsets.tMicros);
  });
  return { truthMicros: truthMicros.filter((t) => t > 2e6 && t < 39e6), foundMicros };
};

describe("onsets of drumming", () => {
  it.each([1, 1.7, 2.5])(
    "at %f Hz every hit is found, within a few milliseconds, and nothing else",
    { timeout: 60_000 },
    (tempoHz) => {
      for (const seed of [1, 2]) {
        const body = createMover({ gesture: drum, random: createRandom(seed), tStartMicros: 0, tempoHz });
        const { truthMicros, foundMicros } = heard(body, seed);
        const errors = truthMicros.map((t) => Math.min(...foundMicros.map((f) => Math.abs(f - t))));
        expect(Math.max(...errors)).toBeLessThan(16_000);
        expect(foundMicros.filter((f) => f > 2e6 && f < 39e6).length).toBeLessThanOrEqual(truthMicros.length);
      }
    },
  );

  it("a sway and a wrist at rest have none", { timeout: 60_000 }, () => {
    const swaying = createMover({ gesture: sway, random: createRandom(3), tStartMicros: 0 });
    expect(heard(swaying, 3).foundMicros).toEqual([]);
    expect(heard(createStill({ random: createRandom(4) }), 4).foundMicros).toEqual([]);
  });
});

describe("hostile input", () => {
  it("is skipped, and a gap begins anew", () => {
    const random = mulberry32(9);
    const onsets = new OnsetDetector();
    for (const [t, x] of [
      [NaN, 0],
      [1, NaN],
      [5, Infinity],
      [5, 0],
      [5, 1],
      [4, 2],
      [-Infinity, 1],
    ] as const) {
      expect(onsets.push(t, x, 0, 1)).toBe(false);
    }
    let found = 0;
    // Constant, then after every gap of a second somewhere else: no jump within a stretch, no onset.
    for (let i = 0; i < 2000; i++) {
      const stretch = Math.floor(i / 100);
      if (onsets.push(10 + i * 10_000 + stretch * 1e6, stretch % 2, random() * 0.001, 1)) found++;
    }
    expect(found).toBe(0);
  });

  it("hits nearer than the refractory time are one", () => {
    const onsets = new OnsetDetector();
    let found = 0;
    for (let i = 0; i < 1000; i++) {
      const since = i % 100;
      const hit = since === 50 ? 2 : since === 55 ? 1.5 : 0;
      if (onsets.push(i * 10_000 + 1, hit, 0, 1)) found++;
    }
    expect(found).toBe(10);
    expect(onsets.strengthG).toBeGreaterThan(1.5);
  });

  it("what the own motor shook is no onset", () => {
    const scorer = scorerFor(1);
    const normal = normals(mulberry32(2));
    const count = 30 * 100;
    const tMicros = Float64Array.from({ length: count }, (_, i) => at(i / 100));
    const accelG = new Float64Array(3 * count);
    for (let i = 0; i < count; i++) {
      const on = i % 60 < 8;
      accelG[3 * i] = 0.003 * normal() + (on ? 0.8 * Math.sin(2.9 * i) : 0);
      accelG[3 * i + 2] = 1;
      if (i % 60 === 0) scorer.pushOwnPulse(0, at(i / 100), 80_000);
    }
    scorer.pushSamples(0, tMicros, accelG, count);
    scorer.advance(at(30));
    expect(scorer.timing().members[0]?.onsets).toBe(0);
  });
});

describe("onsets against the pacer", () => {
  it("says how a drummer follows: mean, spread, phase correction", { timeout: 60_000 }, () => {
    const tempoHz = 1.7;
    const body = createMover({
      gesture: drum,
      random: createRandom(12),
      tStartMicros: 0,
      tempoHz,
      startPhase: 0,
      following: { alpha: 0.4, beta: 0, meanAsynchronyMicros: -40_000 },
    });
    const scorer = scorerFor(1, { windowS: 150 });
    scorer.setPacer((t) => ((t - at(0)) / 1e6) * tempoHz);
    let beat = 1;
    const one = new Float64Array(1);
    sampled(
      body,
      12,
      (t, g) => {
        for (; (beat * 1e6) / tempoHz <= t; beat++) body.feelPulse((beat * 1e6) / tempoHz);
        one[0] = at(t / 1e6);
        scorer.pushSamples(0, one, g, 1);
      },
      150,
    );
    scorer.advance(at(150));
    const pacer = scorer.scoreTiming(at(20), at(149)).members[0]?.pacer;
    expect(pacer?.missed).toBeLessThanOrEqual(2);
    expect(pacer?.extra).toBeLessThanOrEqual(2);
    expect(Math.abs((pacer?.meanMs ?? NaN) + 40)).toBeLessThan(15);
    expect(pacer?.sdMs).toBeLessThan(45);
    expect(pacer?.circularR).toBeGreaterThan(0.85);
    expect(Math.abs((pacer?.rayleighZ ?? NaN) - (pacer?.matched ?? 0) * (pacer?.circularR ?? 0) ** 2)).toBeLessThan(
      1e-6,
    );
    expect(Math.abs((pacer?.alpha ?? NaN) - 0.4)).toBeLessThan(0.25);
  });
});
