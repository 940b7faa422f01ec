import { describe, expect, it } from "vitest";
import { mulberry32, wrapRad } from "../src/index.ts";
import { MemberTrack } from "../src/internal/member-track.ts";
import { normals, ORIGIN, sampled } from "./people.ts";

const FRAME_HZ = 25;
/** Of a swing of .2 g: 10 dB. */
const NOISE_G = 0.045;
const PHASES = 6;

interface Error {
  readonly biasDeg: number;
  readonly sdDeg: number;
}

/** Circular mean and SD of errors. */
class Errors {
  #re = 0;
  #im = 0;
  #count = 0;

  add(foundRad: number, trueRad: number): void {
    if (Number.isNaN(foundRad)) return;
    this.#re += Math.cos(foundRad - trueRad);
    this.#im += Math.sin(foundRad - trueRad);
    this.#count++;
  }

  get result(): Error {
    const resultant = Math.hypot(this.#re, this.#im) / this.#count;
    const degrees = 180 / Math.PI;
    return {
      biasDeg: wrapRad(Math.atan2(this.#im, this.#re)) * degrees,
      sdDeg: Math.sqrt(-2 * Math.log(Math.min(1, resultant))) * degrees,
    };
  }
}

/** Somebody of this phase with a second harmonic of .3, and how far either track is from it over [fromS, toS). */
const tracks = (
  phaseAt: (s: number) => number,
  [fromS, toS]: readonly [number, number],
  seed: number,
  rateHz = 50,
): { live: Error; settled: Error } => {
  const [live, settled] = [new Errors(), new Errors()];
  for (let turn = 0; turn < PHASES; turn++) {
    const normal = normals(mulberry32(seed + turn));
    const ahead = (2 * Math.PI * turn) / PHASES;
    const truth = (frame: number): number => phaseAt(frame / FRAME_HZ) + ahead;
    const seconds = toS + 10;
    const { tMicros, accelG } = sampled(seconds, rateHz, (s) => {
      const rad = phaseAt(s) + ahead;
      const swing = 0.2 * (Math.cos(rad) + 0.3 * Math.cos(2 * rad + 1));
      return [swing + NOISE_G * normal(), NOISE_G * normal(), 1 + NOISE_G * normal()];
    });
    const track = new MemberTrack(ORIGIN, Infinity, 0);
    tMicros.forEach((t, i) => {
      track.inbox.push(t, accelG[3 * i] ?? NaN, accelG[3 * i + 1] ?? NaN, accelG[3 * i + 2] ?? NaN);
    });
    const isWithin = (frame: number): boolean => frame >= fromS * FRAME_HZ && frame < toS * FRAME_HZ;
    const frames = Math.floor(seconds * FRAME_HZ) - 5;
    for (let frame = 0; frame < frames; frame++) {
      track.step(frame, undefined);
      if (isWithin(frame)) live.add(track.phaseRad, truth(frame));
    }
    for (let frame = 0; frame < frames; frame++)
      if (isWithin(frame)) settled.add(track.settled.at(frame), truth(frame));
  }
  return { live: live.result, settled: settled.result };
};

/** A tempo that swings by 5 % to either side, once in so many cycles. */
const drifting =
  (tempoHz: number, cycles: number) =>
  (s: number): number =>
    2 * Math.PI * tempoHz * s + 0.05 * cycles * Math.sin((2 * Math.PI * tempoHz * s) / cycles);

/** A tempo that steps at a time. */
const stepping =
  (tempoHz: number, ratio: number, atS: number) =>
  (s: number): number =>
    2 * Math.PI * tempoHz * (s < atS ? s : atS + ratio * (s - atS));

describe("two tracks of phase, at 10 dB with a second harmonic", () => {
  it.each([
    [0.5, 8],
    [0.5, 30],
    [1.2, 8],
    [1.7, 30],
    [2.5, 8],
  ])(
    "%d Hz, a twentieth faster and slower within %d cycles: live within 4° and 15°, settled within 1.5° and 7°",
    (tempoHz, cycles) => {
      const { live, settled } = tracks(drifting(tempoHz, cycles), [20, 50], 41);
      expect(Math.abs(live.biasDeg)).toBeLessThanOrEqual(4);
      expect(live.sdDeg).toBeLessThanOrEqual(15);
      expect(Math.abs(settled.biasDeg)).toBeLessThanOrEqual(1.5);
      expect(settled.sdDeg).toBeLessThanOrEqual(7);
    },
  );

  it("the same from 25 samples a second", () => {
    const { live, settled } = tracks(drifting(1.2, 8), [20, 50], 47, 25);
    expect(Math.abs(live.biasDeg)).toBeLessThanOrEqual(4);
    expect(live.sdDeg).toBeLessThanOrEqual(15);
    expect(settled.sdDeg).toBeLessThanOrEqual(8);
  });

  it.each([0.5, 1.2, 2])("%d Hz, and 1.15 times as fast for good: no bias", (tempoHz) => {
    const { live, settled } = tracks(stepping(tempoHz, 1.15, 25), [45, 65], 43);
    expect(Math.abs(live.biasDeg)).toBeLessThanOrEqual(2);
    expect(Math.abs(settled.biasDeg)).toBeLessThanOrEqual(1.5);
  });

  it.each([
    [0.5, 1.18],
    [1.2, 1.18],
    [1.2, 0.82],
    [2.5, 1.18],
  ])(
    "%d Hz, and at once %d times as fast: within 12° in the third cycle, within 7° in the fourth",
    (tempoHz, ratio) => {
      const cycleS = 1 / (tempoHz * ratio);
      const after = (from: number, to: number) =>
        tracks(stepping(tempoHz, ratio, 30), [30 + from * cycleS, 30 + to * cycleS], 45);
      expect(Math.abs(after(2, 3).live.biasDeg)).toBeLessThanOrEqual(12);
      expect(Math.abs(after(3, 4).live.biasDeg)).toBeLessThanOrEqual(7);
      expect(Math.abs(after(2, 4).settled.biasDeg)).toBeLessThanOrEqual(5);
    },
  );
});
