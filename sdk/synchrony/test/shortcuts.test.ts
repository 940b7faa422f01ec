import { describe, expect, it } from "vitest";
import { emptyGroupPhase, groupPhase, GroupPhaseScratch, minP, mulberry32, rankP } from "../src/index.ts";
import { DrawnGroup, lockOfTwo } from "../src/internal/drawn-group.ts";
import { EnvelopeRows } from "../src/internal/envelope-rows.ts";
import { EnvelopeStore } from "../src/internal/envelope-store.ts";
import { FrameTrack } from "../src/internal/growable.ts";
import { RealPower } from "../src/internal/real-power.ts";

const random = mulberry32(29);
const ceiling = 1e-9;

describe("what is quick gives what is plain", () => {
  it.each([
    [2, 0],
    [2, 0.2],
    [5, 0],
    [5, 0.3],
    [30, 0.1],
  ])("a drawn group of %i, a share of %d missing: unbiased R² and lock of groupPhase", (members, missing) => {
    const points = 40;
    const size = members * points;
    const rad = Float64Array.from({ length: size }, (_, i) => 0.3 * i + Math.floor(i / points) + 2 * random());
    const mask = Uint8Array.from({ length: size }, () => Number(random() >= missing));
    const [cos, sin] = [
      rad.map((r, i) => (mask[i] ?? 0) * Math.cos(r)),
      rad.map((r, i) => (mask[i] ?? 0) * Math.sin(r)),
    ];
    const byPoint = (rows: ArrayLike<number>): number[] =>
      Array.from({ length: size }, (_, i) => rows[(i % members) * points + Math.floor(i / members)] ?? 0);
    const plain = emptyGroupPhase();
    const table = {
      members,
      points,
      cos: Float64Array.from(byPoint(cos)),
      sin: Float64Array.from(byPoint(sin)),
      mask: Uint8Array.from(byPoint(mask)),
    };
    groupPhase(table, new GroupPhaseScratch(members), plain);
    const drawn = new DrawnGroup(points);
    drawn.setMask(mask, members);
    expect(Math.abs(drawn.align(cos, sin, members) - plain.unbiasedR2)).toBeLessThan(ceiling);
    const lock = members === 2 ? lockOfTwo(cos, sin, mask, points) : drawn.lock(cos, sin, members);
    expect(Math.abs(lock - plain.lock)).toBeLessThan(ceiling);
  });

  it("power of a real signal: that of its sums", () => {
    const size = 64;
    const values = Float64Array.from({ length: size }, () => random() - 0.5);
    const power = new Float64Array(size / 2);
    new RealPower(size).measure(values, power);
    power.forEach((found, k) => {
      let [re, im] = [0, 0];
      values.forEach((value, n) => {
        re += value * Math.cos((2 * Math.PI * k * n) / size);
        im += value * Math.sin((2 * Math.PI * k * n) / size);
      });
      expect(Math.abs(found - (re * re + im * im))).toBeLessThan(ceiling);
    });
  });

  it("the joint p: each surrogate's own smallest p ÷ weight against the observed one, ties and all", () => {
    for (let run = 0; run < 200; run++) {
      const count = 39;
      const coarse = (): number => Math.floor(12 * random()) / 12;
      const tested = [0.65, 0.2, 0.15].map((weight) => ({
        observed: 0.3 + coarse(),
        surrogates: Float64Array.from({ length: count }, coarse),
        weight,
      }));
      const best = Math.min(...tested.map((t) => rankP(t.observed, t.surrogates, count) / t.weight));
      let asSmall = 1;
      for (let i = 0; i < count; i++) {
        const own = tested.map(({ observed, surrogates, weight }) => {
          const value = surrogates[i] ?? NaN;
          const reach = surrogates.filter((other) => other >= value).length + Number(observed >= value);
          return reach / (count + 1) / weight;
        });
        if (Math.min(...own) <= best + 1e-12) asSmall++;
      }
      expect(minP(tested, count)).toBeCloseTo(asSmall / (count + 1), 12);
    }
  });

  it("envelopes of seven: mean of all pairs' correlations, also in work space used before", () => {
    const members = 7;
    const store = new EnvelopeStore();
    const tracks = Array.from({ length: members }, () => {
      const track = new FrameTrack(2000);
      for (let f = 0; f < 1500; f++) track.push(random());
      return track;
    });
    for (const history of [1500, 900]) {
      const rows = new EnvelopeRows(members, { from: 0, to: 600 }, { from: 0, to: history }, store);
      tracks.forEach((track, k) => {
        rows.add(track, k, 0);
      });
      const starts = Int32Array.from({ length: members }, () => Math.floor(rows.room * random()));
      let [sum, pairs] = [0, 0];
      for (let i = 0; i < members; i++)
        for (let j = i + 1; j < members; j++, pairs++) sum += rows.pair(i, j, starts[i] ?? 0, starts[j] ?? 0);
      expect(Math.abs(rows.correlation(starts) - sum / pairs)).toBeLessThan(ceiling);
    }
  });
});
