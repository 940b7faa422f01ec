import { describe, expect, it } from "vitest";
import { mulberry32 } from "../src/index.ts";
import { at, mover, normals, recorded, sampled, scorerFor } from "./people.ts";

const rotated = ([x, y, z]: readonly [number, number, number], angle: number): [number, number, number] => [
  x * Math.cos(angle) - z * Math.sin(angle),
  y,
  x * Math.sin(angle) + z * Math.cos(angle),
];

describe("people who do not move", () => {
  it.each([
    ["2 mg of noise", 0.002, 0],
    ["2 mg of noise on gravity", 0.002, 1],
    ["a constant", 0, 1],
  ])("%s reads still, always, and is withheld", (_, noiseG, gravityG) => {
    const normal = normals(mulberry32(3));
    const people = Array.from({ length: 4 }, (_, k) =>
      sampled(30, 100, () => rotated([noiseG * normal(), noiseG * normal(), gravityG + noiseG * normal() + 1e-9], k)),
    );
    const scorer = recorded(people, 30);
    for (let k = 0; k < 4; k++) expect(scorer.stateShares(k)).toEqual({ still: 1, acquiring: 0, ok: 0, dropout: 0 });
    expect(scorer.scoreWhole()).toMatchObject({ verdict: "withheld", reason: "resting" });
    expect(scorer.scoreWhole().score).toBeUndefined();
    expect(scorer.reading().group).toMatchObject({ verdict: "withheld" });
  });

  it("all zeros is no signal, and is withheld", () => {
    const scorer = recorded(
      [0, 1].map(() => sampled(30, 100, () => [0, 0, 0])),
      30,
    );
    expect(scorer.scoreWhole().verdict).toBe("withheld");
    expect(scorer.stateShares(0).ok).toBe(0);
    expect(scorer.reading().members[0]).toMatchObject({ state: "dropout", reason: "no signal" });
  });

  it.each([25, 52, 104])("reads still at %i Hz while its own motor shakes it once a beat", (rateHz) => {
    for (const [pulseMs, beatS, gravityG] of [
      [20, 0.6, 1],
      [80, 0.5, 1],
      [200, 0.85, 1],
      [120, 1.7, 0],
    ] as const) {
      const random = mulberry32(rateHz + pulseMs);
      const normal = normals(random);
      const people = Array.from({ length: 2 }, () =>
        sampled(40, rateHz, (s) => {
          const sinceOn = (s - 0.3 + beatS) % beatS;
          const ringing = sinceOn < pulseMs / 1000 ? 1 : Math.exp(-(sinceOn - pulseMs / 1000) / 0.03);
          const shake = s < 0.3 ? 0 : 0.5 * ringing * Math.sin(2 * Math.PI * 163 * s);
          return [shake + 0.002 * normal(), 0.7 * shake + 0.002 * normal(), gravityG + 0.3 * shake + 0.002 * normal()];
        }),
      );
      const scorer = scorerFor(2);
      people.forEach(({ tMicros, accelG }, k) => {
        scorer.pushSamples(k, tMicros, accelG, tMicros.length);
        for (let t = 0.3; t < 40; t += beatS) scorer.pushOwnPulse(k, at(t), pulseMs * 1000);
      });
      scorer.advance(at(40));
      expect(scorer.stateShares(0), `${String(pulseMs)} ms every ${String(beatS)} s`).toEqual({
        still: 1,
        acquiring: 0,
        ok: 0,
        dropout: 0,
      });
      expect(scorer.reading().members[0]?.quality.blankedShare).toBeGreaterThan(0.05);
      expect(scorer.scoreWhole().verdict).toBe("withheld");
    }
  });
});

it("reads still through a breath played as a train of pulses", () => {
  const normal = normals(mulberry32(2));
  const person = sampled(60, 50, (s) => {
    const shake = s % 10 < 4 && s % 0.12 < 0.03 ? 0.4 * Math.sin(2 * Math.PI * 170 * s) : 0;
    return [shake + 0.002 * normal(), 0.002 * normal(), 1 + 0.002 * normal()];
  });
  const scorer = scorerFor(1);
  scorer.pushSamples(0, person.tMicros, person.accelG, person.tMicros.length);
  for (let breath = 0; breath < 60; breath += 10) {
    for (let s = 0; s < 4; s += 0.12) scorer.pushOwnPulse(0, at(breath + s), 30_000);
  }
  scorer.advance(at(60));
  expect(scorer.stateShares(0)).toEqual({ still: 1, acquiring: 0, ok: 0, dropout: 0 });
});

describe("people who move slowly", () => {
  it.each([0.1, 0.25, 0.5])("a sway of %f Hz that only turns gravity by 2° is a movement, motor or not", (tempoHz) => {
    const normal = normals(mulberry32(8));
    const person = sampled(120, 50, (s) => {
      const tilt = 0.035 * Math.sin(2 * Math.PI * tempoHz * s);
      return [Math.sin(tilt) + 0.002 * normal(), 0.002 * normal(), Math.cos(tilt) + 0.002 * normal()];
    });
    const scorer = scorerFor(1);
    scorer.pushSamples(0, person.tMicros, person.accelG, person.tMicros.length);
    for (let t = 0; t < 120; t += 1) scorer.pushOwnPulse(0, at(t), 80_000);
    scorer.advance(at(120));
    expect(scorer.stateShares(0).ok).toBeGreaterThan(0.6);
    expect(scorer.reading().members[0]?.tempoHz).toBeCloseTo(tempoHz, 1);
  });

  it("is back to resting within 20 s of the last movement", () => {
    const normal = normals(mulberry32(9));
    const moving = mover(
      Array.from({ length: 100 }, (_, k) => k * 0.6 - 2),
      60,
      normal,
    );
    for (let i = 30 * 50; i < moving.tMicros.length; i++) {
      moving.accelG.set([0.002 * normal(), 0.002 * normal(), 1 + 0.002 * normal()], 3 * i);
    }
    const scorer = recorded([moving], 50);
    expect(scorer.reading().members[0]).toMatchObject({ state: "still", reason: "resting" });
  });
});
