import { describe, expect, it } from "vitest";
import { sessionMicros } from "@entrain/protocol";
import { createErm, createLra, createMotor, createRandom } from "@entrain/simulator";
import { createGroupScorer, type GroupScorer, mulberry32 } from "@entrain/synchrony";

const ORIGIN = 123_456_789;

interface Pulse {
  readonly onS: number;
  readonly lengthS: number;
}

const beats = (bpm: number, lengthS: number, seconds: number): Pulse[] =>
  Array.from({ length: Math.floor((seconds * bpm) / 60) }, (_, k) => ({ onS: 0.3 + (60 * k) / bpm, lengthS }));

/** A breath of ten seconds whose four of breathing in are a train of pulses. */
const breaths = (seconds: number): Pulse[] =>
  Array.from({ length: Math.floor(seconds / 10) }, (_, breath) =>
    Array.from({ length: 33 }, (__, k) => ({ onS: 10 * breath + 0.12 * k, lengthS: 0.03 })),
  ).flat();

/** Somebody who wears a band: what their sensor sees of their own movement, the motor and its own noise of 2 mg. */
const worn = (
  kind: "erm" | "lra",
  rateHz: number,
  pulses: readonly Pulse[],
  seconds: number,
  movementG: (s: number) => readonly [number, number, number],
): GroupScorer => {
  const random = createRandom(Math.round(7 * rateHz));
  const motor = createMotor({ model: kind === "erm" ? createErm(random) : createLra(random), random });
  const drive = pulses.flatMap(({ onS, lengthS }) => [[onS, 1] as const, [onS + lengthS, 0] as const]);
  const count = Math.floor(seconds * rateHz);
  const tMicros = new Float64Array(count);
  const accelG = new Float64Array(3 * count);
  const shake = new Float64Array(3);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const s = i / rateHz;
    for (let due = drive[next]; due !== undefined && due[0] <= s; due = drive[++next])
      motor.setDrive(due[0] * 1e6, due[1]);
    motor.vibrationG(s * 1e6, shake);
    tMicros[i] = ORIGIN + s * 1e6;
    accelG.set(
      movementG(s).map((g, axis) => g + (shake[axis] ?? 0) + 0.002 * random.normal()),
      3 * i,
    );
  }
  const scorer = createGroupScorer({
    members: [{ name: "Ann", placement: "wrist" }],
    tStartMicros: sessionMicros(ORIGIN),
    random: mulberry32(1),
  });
  scorer.pushSamples(0, tMicros, accelG, count);
  for (const { onS, lengthS } of pulses) scorer.pushOwnPulse(0, ORIGIN + onS * 1e6, lengthS * 1e6);
  scorer.advance(ORIGIN + seconds * 1e6);
  return scorer;
};

describe.each(["erm", "lra"] as const)("a band with an %s motor", (kind) => {
  it.each([25, 38, 52, 95, 104])("on somebody still, sampled at %d Hz, reads still all the time", (rateHz) => {
    for (const [bpm, lengthS] of [
      [60, 0.04],
      [30, 0.2],
      [120, 0.12],
      [240, 0.04],
      [240, 0.2],
    ] as const) {
      const scorer = worn(kind, rateHz, beats(bpm, lengthS, 20), 20, () => [0, 0, 1]);
      expect(scorer.stateShares(0).still, `${String(bpm)} a minute, ${String(lengthS)} s`).toBe(1);
    }
    expect(worn(kind, rateHz, breaths(20), 20, () => [0, 0, 1]).stateShares(0).still).toBe(1);
  });

  it("on somebody who breathes with it, moving slowly, keeps the movement", () => {
    const scorer = worn(kind, 52, breaths(100), 100, (s) => {
      const tilt = 0.12 * Math.sin(2 * Math.PI * 0.1 * s);
      return [Math.sin(tilt), 0, Math.cos(tilt)];
    });
    expect(scorer.stateShares(0).ok).toBeGreaterThan(0.7);
    expect(scorer.reading().members[0]?.tempoHz).toBeCloseTo(0.1, 2);
    expect(scorer.reading().members[0]?.quality.blankedShare).toBeGreaterThan(0.2);
  });
});
