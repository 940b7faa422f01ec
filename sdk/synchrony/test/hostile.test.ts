import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sessionMicros } from "@entrain/protocol";
import { createGroupScorer, mulberry32, SynchronyError } from "../src/index.ts";
import { at, mover, normals, numbersIn, ORIGIN, ownBeats, recorded, scorerFor } from "./people.ts";

const HOSTILE = [NaN, Infinity, -Infinity, 0, -0, 1e300, -1e300, 5e-324, 1];

describe("hostile input", () => {
  it("never lets a number that is none into a reading or a score", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, chunks) => {
        const random = mulberry32(seed);
        const scorer = scorerFor(2, { windowS: 5, historyS: 10 });
        for (let c = 0; c < chunks; c++) {
          const count = 25;
          const t = Float64Array.from({ length: count }, (_, i) =>
            random() < 0.1 ? (HOSTILE[Math.floor(random() * HOSTILE.length)] ?? 0) : at(c * 0.25 + i * 0.01),
          );
          const a = Float64Array.from({ length: 3 * count }, () =>
            random() < 0.1 ? (HOSTILE[Math.floor(random() * HOSTILE.length)] ?? 0) : random() - 0.5,
          );
          scorer.pushSamples(c % 2, t, a, count);
          scorer.pushOwnPulse(c % 2, HOSTILE[c % HOSTILE.length] ?? 0, HOSTILE[(c + 3) % HOSTILE.length] ?? 0);
          scorer.advance(at(c * 0.25));
        }
        const all = [scorer.reading(), scorer.scoreWhole(), scorer.stateShares(0), scorer.scoreWindow(at(1), at(8))];
        expect(numbersIn(all).every(Number.isFinite)).toBe(true);
        expect(JSON.parse(JSON.stringify(all))).toEqual(all);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it("repairs a clock that jumps by a second and back, forwards and backwards", () => {
    const random = mulberry32(4);
    const normal = normals(random);
    const clean = mover(ownBeats(1.3, 60, random, normal), 60, normal);
    const jumping = { tMicros: Float64Array.from(clean.tMicros), accelG: clean.accelG };
    for (let i = 100; i < 2500; i += 37) jumping.tMicros[i] = (jumping.tMicros[i] ?? 0) + (i % 2 === 0 ? 1e6 : -1e6);
    const scorer = recorded([clean, jumping], 60);
    const [a, b] = scorer.reading().members;
    expect(scorer.sampleCounts(1).timeRepaired).toBeGreaterThan(60);
    expect(b?.phaseRad).toBeCloseTo(a?.phaseRad ?? NaN, 1);
    expect(scorer.scoreWhole().observed).toBeGreaterThan(0.98);
  });

  it("a dropout of any member, however long, leaves the others as they were", () => {
    const random = mulberry32(5);
    const people = Array.from({ length: 3 }, () =>
      mover(ownBeats(1.2, 40, random, normals(random)), 40, normals(random)),
    );
    const whole = recorded(people, 40).reading();
    for (const [from, to] of [
      [10, 10.3],
      [10, 20],
      [0, 40],
      [30, 40],
    ] as const) {
      const cut = people.map(({ tMicros, accelG }, k) => {
        const keep = [...tMicros.keys()].filter(
          (i) => k !== 1 || (tMicros[i] ?? 0) < at(from) || (tMicros[i] ?? 0) >= at(to),
        );
        return {
          tMicros: Float64Array.from(keep, (i) => tMicros[i] ?? 0),
          accelG: Float64Array.from(keep.flatMap((i) => [...accelG.subarray(3 * i, 3 * i + 3)])),
        };
      });
      const reading = recorded(cut, 40).reading();
      expect(numbersIn(reading).every(Number.isFinite)).toBe(true);
      for (const k of [0, 2]) {
        expect(reading.members[k]?.phaseRad).toBe(whole.members[k]?.phaseRad);
        expect(reading.members[k]?.amplitudeG).toBe(whole.members[k]?.amplitudeG);
      }
      if (to === 40) expect(reading.members[1]).toMatchObject({ state: "dropout", reason: "no signal" });
    }
  });

  it("says what is wrong with a call", () => {
    const scorer = scorerFor(2);
    expect(() => {
      scorer.pushSamples(2, new Float64Array(1), new Float64Array(3), 1);
    }).toThrow(SynchronyError);
    expect(() => {
      scorer.pushSamples(0, new Float64Array(1), new Float64Array(3), 2);
    }).toThrow(/expected count/);
    expect(() => scorer.scoreWindow(at(2), at(1))).toThrow(/expected start < end/);
    expect(() =>
      createGroupScorer({ members: [], tStartMicros: sessionMicros(ORIGIN), windowS: -1, random: mulberry32(1) }),
    ).toThrow(/windowS/);
  });
});
