import { describe, expect, it } from "vitest";
import { TempoFollower } from "../../src/facilitator/tempo-follower.ts";
import { tempoOfTaps } from "../../src/facilitator/tapped-tempo.ts";
import { sessionMicros } from "@entrain/protocol";

const row = (...intervals: readonly number[]): number[] =>
  intervals.reduce<number[]>((times, interval) => [...times, (times.at(-1) ?? 0) + interval * 1_000], [1e9]);

describe("the tempo of taps", () => {
  it.each([
    ["nothing", [], undefined],
    ["one tap", [1e9], undefined],
    ["three taps", row(500, 500), undefined],
    ["taps too fast to be a beat", row(100, 100, 100, 100, 100), undefined],
    ["taps too slow to be a beat", row(4_000, 4_000, 4_000, 4_000), undefined],
    ["taps that are no numbers", [NaN, NaN, NaN, NaN, NaN], undefined],
    ["four even taps", row(500, 500, 500), 120],
    ["five", row(600, 600, 600, 600), 100],
    ["one that was missed among them", row(600, 600, 1_200, 600), 100],
    ["one that bounced", row(600, 60, 540, 600, 600), 100],
    ["a faster beat after a slower", row(900, 900, 900, 500, 500, 500, 500), 120],
  ])("of %s", (_, times, bpm) => {
    const found = tempoOfTaps(times);
    if (bpm === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(bpm, 6);
  });
});

it("a beat that follows movement is told once, and again only when the movement has changed for some seconds", () => {
  const told: number[] = [];
  const follower = new TempoFollower((bpm) => told.push(Math.round(bpm)));
  const onset = (tMicros: number): void => {
    follower.take({ kind: "onset", onsetMicros: sessionMicros(tMicros), strengthG: 1 });
  };
  let t = 1e9;
  for (let i = 0; i < 20; i++) onset((t += 600_000 + (i % 2 === 0 ? 5_000 : -5_000)));
  expect(told).toHaveLength(1);
  expect(Math.abs((told[0] ?? 0) - 100)).toBeLessThanOrEqual(1);
  for (let i = 0; i < 20; i++) onset((t += 500_000));
  expect(told.at(-1)).toBe(120);
  expect(told.length).toBeLessThanOrEqual(3);
});
