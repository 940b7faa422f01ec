import { createRandom, type Random } from "@entrain/simulator";
import type { RecordedMember } from "../src/index.ts";

/** Odd on purpose, so that nothing relies on zero. */
export const ORIGIN_MICROS = 123_456_789;
export const RATE_HZ = 50;

export type Vector = readonly [number, number, number];

/** One person's samples, from a function of seconds. */
export const recordedAs = (
  name: string,
  seconds: number,
  accelG: (tS: number) => Vector,
  startS = 0,
): RecordedMember => {
  const count = Math.floor(seconds * RATE_HZ);
  const tMicros = Float64Array.from({ length: count }, (_, i) => ORIGIN_MICROS + (startS + i / RATE_HZ) * 1e6);
  const values = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) values.set(accelG(startS + i / RATE_HZ), 3 * i);
  return { name, placement: "wrist", tMicros, accelG: values };
};

/** When each movement begins: at a tempo, with timing noise of a share of the period that does not add up. */
const pacedBeats = (tempoHz: number, seconds: number, noise: number, random: Random): number[] =>
  Array.from({ length: Math.ceil(seconds * tempoHz) + 8 }, (_, k) => (k - 4 + noise * random.normal()) / tempoHz);

/** Beats of someone who keeps a tempo of their own, which wanders. */
const ownBeats = (tempoHz: number, seconds: number, random: Random): number[] => {
  const beats: number[] = [];
  let drift = 0.02 * random.normal();
  for (let t = -(3 + random.uniform()) / tempoHz; t < seconds + 3 / tempoHz;) {
    beats.push(t);
    drift = 0.95 * drift + 0.006 * random.normal();
    t += (1 + drift + 0.03 * random.normal()) / tempoHz;
  }
  return beats;
};

/** An arm that swings from beat to beat, gravity on z, a little noise everywhere. */
const swinging = (name: string, beats: readonly number[], seconds: number, random: Random): RecordedMember => {
  let b = 0;
  const noise = (): number => 0.01 * random.normal();
  return recordedAs(name, seconds, (tS) => {
    while ((beats[b + 1] ?? Infinity) <= tS) b++;
    const from = beats[b] ?? 0;
    const rad = (2 * Math.PI * (tS - from)) / ((beats[b + 1] ?? from + 1) - from);
    return [0.2 * (Math.cos(rad) + 0.3 * Math.cos(2 * rad + 0.7)) + noise(), noise(), 1 + noise()];
  });
};

/** People who each do the same movement once a second, each with timing noise of their own. */
export const inStep = (seconds: number, seed: number, count = 2): RecordedMember[] =>
  Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`member ${String(k)}`);
    return swinging(`m${String(k)}`, pacedBeats(1, seconds, 0.04, random), seconds, random);
  });

/** People at the given tempi, who do not know of each other. */
export const apart = (seconds: number, seed: number, tempiHz: readonly number[]): RecordedMember[] =>
  tempiHz.map((tempoHz, k) => {
    const random = createRandom(seed).fork(`member ${String(k)}`);
    return swinging(`m${String(k)}`, ownBeats(tempoHz, seconds, random), seconds, random);
  });
