import { describe, expect, it } from "vitest";
import { minP, mulberry32, partialOfThree } from "../src/index.ts";
import { benjaminiHochberg } from "../src/dyads/fdr.ts";
import { nearestPeak } from "../src/dyads/lag-peak.ts";
import { NM_ORDERS, nmOrder } from "../src/dyads/nm-ratio.ts";
import { PairChance } from "../src/dyads/pair-chance.ts";
import { PairPhase } from "../src/dyads/pair-phase.ts";
import { PhaseRows } from "../src/dyads/phase-rows.ts";
import { FrameTrack } from "../src/internal/growable.ts";
import { Steadiness } from "../src/internal/steadiness.ts";
import { WEIGHTS } from "../src/internal/window-test.ts";

const trackOf = (rad: readonly number[]): FrameTrack => {
  const track = new FrameTrack(Infinity);
  for (const value of rad) track.push(Number.isNaN(value) ? NaN : Math.atan2(Math.sin(value), Math.cos(value)));
  return track;
};

/** A walk about a tempo, radians a frame. */
const walk = (frames: number, slope: number, random: () => number): number[] => {
  let rad = 6 * random();
  return Array.from({ length: frames }, () => (rad += slope + 0.1 * (random() - 0.5)));
};

describe("one formula for a pair and for a group of two", () => {
  const random = mulberry32(7);
  const a = walk(750, 0.35, random);
  const b = walk(750, 0.36, random).map((rad, f) => (f > 200 && f < 260 ? NaN : rad));
  const rows = new PhaseRows(2, 41);
  const [trackA, trackB] = [trackOf(a), trackOf(b)];
  rows.prepare(0, trackA, { from: 0, to: 750 }, 18);
  rows.prepare(1, trackB, { from: 0, to: 750 }, 18);
  const pair = new PairPhase(rows, 0.03);
  pair.observe(0, 1, 0);

  it("locking is the mean over the points that both have", () => {
    let [re, im, count] = [0, 0, 0];
    for (let f = 0; f < 738; f += 18) {
      const away = trackA.at(f) - trackB.at(f);
      if (Number.isNaN(away)) continue;
      re += Math.cos(away);
      im += Math.sin(away);
      count++;
    }
    expect(pair.re).toBeCloseTo(re / count, 9);
    expect(pair.im).toBeCloseTo(im / count, 9);
    expect(pair.common).toBeCloseTo(count / 41, 9);
  });

  it("steadiness is that of the group's test", () => {
    const row = (k: number): Float64Array => rows.rad.slice(41 * k, 41 * (k + 1));
    const cycles = Math.abs(((rows.slope[0] ?? 0) + (rows.slope[1] ?? 0)) / 2) / (2 * Math.PI);
    const stride = Math.max(1, Math.round(1 / cycles));
    expect(pair.steady).toBeCloseTo(
      new Steadiness(41).logRatio(Float64Array.of(...row(0), ...row(1)), 2, stride, stride * cycles, 0.03),
      6,
    );
  });

  it("two who are one are locked, and strangers made of them hardly ever", () => {
    rows.prepare(1, trackOf(a.map((rad) => rad + 1)), { from: 0, to: 750 }, 18);
    pair.observe(0, 1, 0);
    expect(pair.lock).toBeCloseTo(1, 9);
    expect(Math.atan2(pair.im, pair.re)).toBeCloseTo(-1, 9);
    const locks = Array.from({ length: 200 }, () => (pair.draw(random), pair.lock));
    expect(locks.filter((lock) => lock > 0.95).length).toBeLessThan(40);
    expect(Math.max(...locks)).toBeLessThanOrEqual(1);
  });
});

it("the joint p is that of minP, whatever is tested", () => {
  const random = mulberry32(11);
  const chance = new PairChance(99);
  for (let run = 0; run < 50; run++) {
    const count = run % 2 === 0 ? 39 : 99;
    for (let s = 0; s < count; s++) {
      chance.aligned[s] = random();
      chance.lock[s] = random();
      chance.steady[s] = (chance.aligned[s] ?? 0) + 0.3 * random();
      chance.envelope[s] = random();
    }
    for (let q = 0; q < 4; q++) chance.observed[q] = random() ** 0.2;
    const envelope = run % 3 !== 0;
    chance.rank(count, { phase: true, envelope });
    const weighed = [
      { observed: chance.observed[0] ?? 0, surrogates: chance.aligned, weight: WEIGHTS.aligned },
      { observed: chance.observed[3] ?? 0, surrogates: chance.steady, weight: WEIGHTS.lock },
      { observed: chance.observed[2] ?? 0, surrogates: chance.envelope, weight: WEIGHTS.envelope },
    ];
    expect(chance.jointP).toBeCloseTo(minP(envelope ? weighed : weighed.slice(0, 2), count), 9);
  }
});

it("where phases settle it, envelopes that are not drawn would have changed nothing", () => {
  const random = mulberry32(12);
  let settled = 0;
  for (let run = 0; run < 200; run++) {
    const count = run % 2 === 0 ? 39 : 99;
    const chance = new PairChance(count);
    for (let s = 0; s < count; s++) {
      chance.aligned[s] = 0.9 * random();
      chance.lock[s] = chance.aligned[s] ?? 0;
      chance.steady[s] = random();
      chance.envelope[s] = random() - 0.5;
    }
    chance.observed.set([0.8 + 0.2 * random(), 0.9, random() - 0.3, random()]);
    chance.rank(count, { phase: true, envelope: false });
    const { jointP, settledByPhase } = chance;
    chance.rank(count, { phase: true, envelope: true });
    if (!settledByPhase) continue;
    settled++;
    expect(chance.jointP).toBe(jointP);
  }
  expect(settled).toBeGreaterThan(50);
  expect(settled).toBeLessThan(200);
});

it("partial locking: of independent followers none, of each other all; nothing is said of one who is the pacer", () => {
  expect(partialOfThree(0.72, 0, 0.9, 0, 0.8, 0)).toBeCloseTo(0, 9);
  expect(partialOfThree(0.9, 0.1, 0, 0, 0, 0)).toBeCloseTo(Math.hypot(0.9, 0.1), 9);
  expect(partialOfThree(1, 0, 1, 0, 1, 0)).toBeNaN();
});

it("false discovery rates of Benjamini and Hochberg, withheld ones not counted", () => {
  const q = new Float64Array(5);
  expect(benjaminiHochberg(Float64Array.of(0.01, NaN, 0.04, 0.03, 0.5), q, new Uint32Array(5))).toBe(4);
  [0.04, NaN, 0.16 / 3, 0.16 / 3, 0.5].forEach((expected, k) => {
    if (Number.isNaN(expected)) expect(q[k]).toBeNaN();
    else expect(q[k]).toBeCloseTo(expected, 9);
  });
});

it("the nearest peak counts, not the highest; a slope has none", () => {
  const over = (f: (lag: number) => number): Float64Array => Float64Array.from({ length: 25 }, (_, k) => f(k - 12));
  expect(nearestPeak(over((lag) => Math.cos((lag - 2.3) / 2)))?.lag).toBeCloseTo(2.3, 1);
  expect(nearestPeak(over((lag) => lag))).toBeUndefined();
  expect(nearestPeak(over(() => NaN))).toBeUndefined();
});

it("finds the order that two tempi stand in", () => {
  const named = (i: number, j: number): string => (NM_ORDERS[nmOrder(i, j)] ?? []).join(":");
  expect([named(1, 1.02), named(0.8, 1.6), named(1.6, 0.8), named(1, 1.5), named(1.5, 1), named(1, 3)]).toEqual([
    "1:1",
    "2:1",
    "1:2",
    "3:2",
    "2:3",
    "1:1",
  ]);
});
