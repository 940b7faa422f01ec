import { describe, expect, it } from "vitest";
import { mulberry32, type DyadMatrix } from "../src/index.ts";
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
  expect(pairOf(matrix, 0, 1)?.beyondPacer?.p).toBeLessThan(0.02);
  expect(pairOf(matrix, 0, 1)?.beyondPacer?.residualP).toBeLessThan(0.01);
  expect(pairOf(matrix, 0, 2)?.beyondPacer?.p).toBeGreaterThan(0.02);
});

it("before anything moved, nothing is said", () => {
  const matrix = scorerFor(3).dyads();
  expect(matrix.pairs).toHaveLength(3);
  expect(matrix.pairs.every(({ verdict }) => verdict === "withheld")).toBe(true);
  expect(numbersIn(matrix).every(Number.isFinite)).toBe(true);
});
