import { describe, expect, it } from "vitest";
import { mulberry32 } from "../src/index.ts";
import { DyadTable } from "../src/dyads/dyad-table.ts";
import { DyadTest } from "../src/dyads/dyad-test.ts";
import { FrameTrack } from "../src/internal/growable.ts";
import { disturbed, type Disturbance } from "./disturbed.ts";
import { ksDistance, ksLimit } from "./ks.ts";
import { at, correctingBeats, mover, normals, ownBeats, recorded } from "./people.ts";
import { walker } from "./walker.ts";

const RUNS = 500;
const SURROGATES = 99;
const WINDOW = { from: 0, to: 750 };

const always = (value: number): FrameTrack => {
  const track = new FrameTrack(Infinity);
  for (let f = 0; f < WINDOW.to; f++) track.push(value);
  return track;
};

/** One dyad of these phases, tested. */
const tested = (phases: readonly FrameTrack[], random: () => number): DyadTable => {
  const tracks = phases.map((settled) => ({ settled, moving: always(1), envelope: always(NaN), signal: always(0) }));
  const opts = {
    window: WINDOW,
    history: WINDOW,
    surrogates: SURROGATES,
    mostSurrogates: SURROGATES,
    residualSurrogates: 0,
    maxPoints: 32,
    strangerSpread: 0.03,
    random,
  };
  return new DyadTest(tracks, always(NaN), opts, new DyadTable(2)).run();
};

describe("p of dyads without coupling", () => {
  it.each([
    [0.6, 1, 0.03, false],
    [1.7, 1, 0.01, false],
    [1, 1, 0.05, true],
    [0.8, 2, 0.02, false],
  ])("is uniform: %d Hz, %d times as fast, noise %d, holes %s", { timeout: 60_000 }, (tempoHz, ratio, noise, holes) => {
    const random = mulberry32(1000 * tempoHz + ratio);
    const normal = normals(random);
    const [aligned, steady]: [number[], number[]] = [[], []];
    let joint = 0;
    for (let run = 0; run < RUNS; run++) {
      const other = walker(ratio * tempoHz, noise, false, random, normal);
      const { p, jointP } = tested([walker(tempoHz, noise, holes, random, normal), other], random);
      // A rank lies anywhere within its step.
      aligned.push((p[0] ?? NaN) - random() / (SURROGATES + 1));
      steady.push((p[1] ?? NaN) - random() / (SURROGATES + 1));
      joint += Number((jointP[0] ?? NaN) <= 0.05);
    }
    expect(ksDistance(aligned)).toBeLessThan(ksLimit(RUNS));
    expect(ksDistance(steady)).toBeLessThan(ksLimit(RUNS));
    // Of 500 at 5 %, more than 37 has p < .01.
    expect(joint).toBeLessThanOrEqual(37);
  });
});

describe("the score of a dyad", () => {
  it.each<Disturbance>(["none", "dropout", "clock jumps", "skew", "rates"])(
    "rises with how much the two take back: %s",
    { timeout: 60_000 },
    (kind) => {
      const [scores, together]: [number[], number[]] = [[], []];
      for (const alpha of [0, 0.08, 0.4]) {
        const random = mulberry32(29);
        const normal = normals(random);
        let [score, cos] = [0, 0];
        for (let run = 0; run < 3; run++) {
          const seconds = 55;
          const [a = [], b = []] = correctingBeats(1.7, seconds, normal, { alpha, tempoSpread: 0.02, random });
          const people = [a, b, ownBeats(1.6, seconds, random, normal)].map((beats) => mover(beats, seconds, normal));
          const second = people[1];
          if (second !== undefined) people[1] = disturbed(second, kind, random);
          const [pair] = recorded(people, seconds, { seed: run }).scoreDyads(at(8), at(48), { shifts: 99 }).pairs;
          score += (pair?.score ?? 0) / 3;
          cos += (pair?.cos ?? 0) / 3;
        }
        scores.push(score);
        together.push(cos);
      }
      expect(scores).toEqual([...scores].sort((a, b) => a - b));
      expect(together).toEqual([...together].sort((a, b) => a - b));
      expect(scores.at(-1)).toBeGreaterThan((scores[0] ?? 1) + 0.5);
    },
  );
});
