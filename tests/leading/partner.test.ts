import { PacingError, VirtualPartner } from "@entrain/pacing";
import { describe, expect, test } from "vitest";
import { playDuet } from "./duet.ts";

const SEEDS = [1, 2, 3];
const bar = { tMicros: 2_000_000, beat: 4, bpm: 100 };

describe("what a partner is told", () => {
  test.each([-0.1, 1.1, NaN])("a share of %d is refused", (correctionShare) => {
    expect(() => new VirtualPartner({ correctionShare, bpm: 100, beatsPerBar: 4 })).toThrow(PacingError);
  });

  test("of somebody who does not move, or in quite another tempo, changes nothing", () => {
    const partner = new VirtualPartner({ correctionShare: 1, bpm: 100, beatsPerBar: 4 });
    for (const member of [
      { state: "resting" as const },
      { state: "no-signal" as const },
      { state: "moving" as const },
      { state: "moving" as const, tempoHz: 3.4, phaseRad: 0 },
      { state: "moving" as const, tempoHz: NaN, phaseRad: 0 },
    ])
      expect(partner.next({ tMicros: 0, member, bar })).toBeUndefined();
  });
});

test("a steady leader stays at its tempo to the last microsecond", () => {
  const { slowestBpm, fastestBpm } = playDuet({ share: 0, alpha: 0.3, beta: 0.05, seed: 1 });
  expect(slowestBpm).toBeCloseTo(92, 3);
  expect(fastestBpm).toBeCloseTo(92, 3);
});

test("a follower comes to the tempo of a person who hears nothing", () => {
  for (const seed of SEEDS) {
    const found = playDuet({ share: 1, alpha: 0, beta: 0, seed });
    expect(Math.abs(found.lastBpm / 100 - 1)).toBeLessThan(0.12);
    expect(found.resultant).toBeGreaterThan(0.5);
  }
});

describe.each([0, 0.25, 0.5, 0.75, 1])("share %d", (share) => {
  test.each([
    [0.1, 0.02],
    [0.3, 0.05],
    [0.5, 0.1],
    [0.8, 0.2],
  ])(
    "with somebody who corrects by %d and %d is stable: together, and at a tempo that stays within bounds",
    (alpha, beta) => {
      for (const seed of SEEDS) {
        const found = playDuet({ share, alpha, beta, seed });
        // Whoever hardly corrects is not much steadier with a metronome.
        expect(found.resultant, `seed ${String(seed)}`).toBeGreaterThan(alpha < 0.2 ? 0.7 : 0.85);
        expect(found.slowestBpm, `seed ${String(seed)}`).toBeGreaterThan(92 / 1.5);
        expect(found.fastestBpm, `seed ${String(seed)}`).toBeLessThan(92 * 1.5);
      }
    },
  );
});

test("a partner that corrects in part is steadier company than one that follows in full", () => {
  const sd = (share: number): number =>
    SEEDS.reduce((sum, seed) => sum + playDuet({ share, alpha: 0.4, beta: 0.08, seed }).sdBeats, 0) / SEEDS.length;
  expect(sd(0.25)).toBeLessThan(0.8 * sd(1));
});

test("a bar of two beats, at which it corrects twice as often, is stable as well", () => {
  for (const seed of SEEDS) {
    expect(playDuet({ share: 0.5, alpha: 0.3, beta: 0.05, seed, beatsPerBar: 2 }).resultant).toBeGreaterThan(0.8);
  }
});
