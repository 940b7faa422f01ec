import { describe, expect, it } from "vitest";
import { minP, mulberry32, partialOfThree, type DyadMatrix } from "../src/index.ts";
import { benjaminiHochberg } from "../src/dyads/fdr.ts";
import { nearestPeak } from "../src/dyads/lag-peak.ts";
import { NM_ORDERS, nmOrder } from "../src/dyads/nm-ratio.ts";
import { PairChance } from "../src/dyads/pair-chance.ts";
import { PairPhase } from "../src/dyads/pair-phase.ts";
import { PhaseRows } from "../src/dyads/phase-rows.ts";
import { FrameTrack } from "../src/internal/growable.ts";
import { Steadiness } from "../src/internal/steadiness.ts";
import { WEIGHTS } from "../src/internal/window-test.ts";
import {
  at,
  mover,
  normals,
  numbersIn,
  ownBeats,
  pacedBeats,
  recorded,
  sampled,
  scorerFor,
  type Samples,
} from "./people.ts";

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
    expect(pair.steady).toBeCloseTo(new Steadiness(2, 41).logRatio([row(0), row(1)], stride, stride * cycles, 0.03), 6);
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

const pairOf = (matrix: DyadMatrix, i: number, j: number) => matrix.pairs.find((p) => p.i === i && p.j === j);

/** What a link and a clock do to samples. */
const spoilt: Readonly<Record<string, (s: Samples) => Samples>> = {
  untouched: (s) => s,
  "with a dropout": ({ tMicros, accelG }) => ({
    tMicros,
    accelG: accelG.map((g, i) =>
      (tMicros[Math.floor(i / 3)] ?? 0) < at(40) || (tMicros[Math.floor(i / 3)] ?? 0) > at(44) ? g : NaN,
    ),
  }),
  "with a clock that jumps back and forth": ({ tMicros, accelG }) => ({
    tMicros: tMicros.map((t, i) => (i % 700 < 25 && i > 700 ? t - 1_000_000 : t)),
    accelG,
  }),
  "with a skew of 50 ppm": ({ tMicros, accelG }) => ({
    tMicros: tMicros.map((t) => at(0) + (t - at(0)) * 1.00005),
    accelG,
  }),
};

describe("lead and lag", () => {
  it.each(Object.keys(spoilt))("is found to ± 10 ms, live and over the recording, %s", { timeout: 60_000 }, (how) => {
    const random = mulberry32(21);
    const normal = normals(random);
    const beats = pacedBeats(1.3, 80, 0, normal);
    const people = [0, 0.15].map((lagS) =>
      mover(
        beats.map((b) => b + lagS),
        80,
        normal,
      ),
    );
    const second = people[1];
    if (second !== undefined) people[1] = spoilt[how]?.(second) ?? second;
    const scorer = recorded(people, 80);
    const over = pairOf(scorer.scoreDyads(at(10), at(76)), 0, 1);
    expect(Math.abs((over?.leadS ?? NaN) - 0.15)).toBeLessThan(0.01);
    expect(over?.verdict).toBe("in-sync");
    const live = scorerFor(2);
    for (let from = 0; from < 70; from += 2) {
      people.forEach(({ tMicros, accelG }, k) => {
        const [a, b] = [50 * from, 50 * (from + 2)];
        live.pushSamples(k, tMicros.subarray(a, b), accelG.subarray(3 * a, 3 * b), b - a);
      });
      live.advance(at(from + 1));
    }
    expect(Math.abs((pairOf(live.dyads(), 0, 1)?.lagged?.lagS ?? NaN) - 0.15)).toBeLessThan(0.01);
  });
});

describe("a group of six: three together, one in double time, one apart, one resting", () => {
  const random = mulberry32(5);
  const normal = normals(random);
  const beats = pacedBeats(1.2, 100, 0, normal);
  const double = beats.slice(1).flatMap((b, k) => [beats[k] ?? 0, ((beats[k] ?? 0) + b) / 2]);
  const people = [
    mover(beats, 100, normal),
    mover(
      beats.map((b) => b + 0.06),
      100,
      normal,
    ),
    mover(pacedBeats(1.2, 100, 0, normal), 100, normal),
    mover(double, 100, normal),
    mover(ownBeats(1.07, 100, random, normal), 100, normal),
    sampled(100, 50, () => [0.001 * normal(), 0.001 * normal(), 1 + 0.001 * normal()]),
  ];
  const scorer = recorded(people, 100);
  const matrix = scorer.scoreDyads(at(10), at(98));

  it("finds who is together, at which order, and withholds who rests", () => {
    expect(pairOf(matrix, 0, 1)).toMatchObject({ verdict: "in-sync", beyondChance: true, order: [1, 1] });
    expect(pairOf(matrix, 0, 3)).toMatchObject({ verdict: "in-sync", order: [2, 1] });
    expect(pairOf(matrix, 0, 3)?.plv).toBeGreaterThan(0.9);
    expect(pairOf(matrix, 0, 3)?.leadS).toBeUndefined();
    expect(pairOf(matrix, 0, 4)?.beyondChance).toBe(false);
    for (const k of [0, 1, 2, 3, 4]) {
      expect(pairOf(matrix, k, 5)).toMatchObject({ verdict: "withheld", reason: "resting" });
      expect(pairOf(matrix, k, 5)?.score).toBeUndefined();
    }
    expect(matrix.tested).toBe(10);
    expect(numbersIn(matrix).every(Number.isFinite)).toBe(true);
    expect(JSON.parse(JSON.stringify(matrix))).toEqual(matrix);
  });

  it("one who drops out changes nothing that is observed between the others", { timeout: 60_000 }, () => {
    const gone = people.map((s, k) =>
      k === 4 ? { tMicros: s.tMicros.subarray(0, 500), accelG: s.accelG.subarray(0, 1500) } : s,
    );
    const without = recorded(gone, 100).scoreDyads(at(10), at(98));
    expect(pairOf(without, 0, 4)).toMatchObject({ verdict: "withheld", reason: "no signal" });
    for (const [i, j] of [
      [0, 1],
      [0, 3],
      [1, 2],
    ] as const) {
      const figures = (m: DyadMatrix): unknown[] => {
        const { plv, cos, envelope, offsetRad, lagged } = pairOf(m, i, j) ?? {};
        return [plv, cos, envelope, offsetRad, lagged];
      };
      expect(figures(without)).toEqual(figures(matrix));
    }
  });

  it("tells each member with the others", () => {
    const { members } = scorer.scoreTiming(at(10), at(98));
    expect(members[0]?.withOthers?.beyondChance).toBe(true);
    expect(members[4]?.withOthers?.beyondChance).toBe(false);
    expect(members[5]?.withOthers).toBeUndefined();
  });
});

it("what two follow is not what they share beyond it", { timeout: 60_000 }, () => {
  const normal = normals(mulberry32(31));
  const shared = pacedBeats(1.3, 130, 0, normal);
  const people = [shared, shared.map((b) => b + 0.01 * normal()), pacedBeats(1.3, 130, 0, normal)].map((b) =>
    mover(b, 130, normal),
  );
  const scorer = scorerFor(3);
  scorer.setPacer((t) => ((t - at(0)) / 1e6) * 1.3);
  people.forEach(({ tMicros, accelG }, k) => scorer.pushSamples(k, tMicros, accelG, tMicros.length));
  scorer.advance(at(130));
  const matrix = scorer.scoreDyads(at(8), at(126));
  expect(pairOf(matrix, 0, 1)?.beyondPacer?.p).toBeLessThan(0.01);
  expect(pairOf(matrix, 0, 1)?.beyondPacer?.residualP).toBeLessThan(0.01);
  expect(pairOf(matrix, 0, 2)?.beyondPacer?.p).toBeGreaterThan(0.01);
});

it("before anything moved, nothing is said", () => {
  const matrix = scorerFor(3).dyads();
  expect(matrix.pairs).toHaveLength(3);
  expect(matrix.pairs.every(({ verdict }) => verdict === "withheld")).toBe(true);
  expect(numbersIn(matrix).every(Number.isFinite)).toBe(true);
});
