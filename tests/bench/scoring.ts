import { sessionMicros } from "@entrain/protocol";
import { createGroupScorer, mulberry32 } from "@entrain/synchrony";
import { type Row, shown } from "./row.ts";
import { mean, median, processorMicros, quantile } from "./statistics.ts";

const T_START_MICROS = 123_456_789;
const FRAMES_PER_PUBLICATION = 4;
const FRAME_MICROS = 10_000;
const TEMPO_HZ = 1.7;
/** Chance needs its history: nothing counts before this. */
const WARM_UP_SECONDS = 40;
const SECONDS = 40;
const ROUNDS = 3;
const PACKETS = 250;

/** Ten seconds of a swaying arm, four samples a packet, made beforehand so that the making is not measured. */
const packetsOf = (random: () => number): readonly Float64Array[] => {
  const phase = 0.6 * random();
  return Array.from({ length: PACKETS }, (_, packet) =>
    Float64Array.from({ length: 12 }, (__, i) => {
      const s = packet * 0.04 + Math.floor(i / 3) * 0.01;
      const noise = 0.02 * (random() - 0.5);
      return i % 3 === 0 ? 0.2 * Math.cos(2 * Math.PI * TEMPO_HZ * s + phase) + noise : (i % 3 === 2 ? 1 : 0) + noise;
    }),
  );
};

/** @returns microseconds of each publication: four frames of everybody in, one reading out */
const run = (members: number, seed: number): readonly number[] => {
  const random = mulberry32(seed);
  const scorer = createGroupScorer({
    members: Array.from({ length: members }, (_, i) => ({ name: `m${String(i)}`, placement: "wrist" })),
    tStartMicros: sessionMicros(T_START_MICROS),
    random,
  });
  scorer.setPacer((tMicros) => ((tMicros - T_START_MICROS) / 1e6) * TEMPO_HZ);
  const people = Array.from({ length: members }, () => packetsOf(random));
  const times = new Float64Array(FRAMES_PER_PUBLICATION);
  const took: number[] = [];
  const publications = ((WARM_UP_SECONDS + SECONDS) * 1e6) / (FRAMES_PER_PUBLICATION * FRAME_MICROS);
  for (let publication = 0; publication < publications; publication++) {
    const tMicros = T_START_MICROS + publication * FRAMES_PER_PUBLICATION * FRAME_MICROS;
    times.forEach((_, i) => (times[i] = tMicros + i * FRAME_MICROS));
    const begun = processorMicros();
    people.forEach((packets, member) => {
      const accelG = packets[publication % PACKETS];
      if (accelG !== undefined) scorer.pushSamples(member, times, accelG, FRAMES_PER_PUBLICATION);
    });
    scorer.advance(tMicros + (FRAMES_PER_PUBLICATION - 1) * FRAME_MICROS);
    scorer.reading();
    took.push(processorMicros() - begun);
  }
  return took.slice((WARM_UP_SECONDS * 1e6) / (FRAMES_PER_PUBLICATION * FRAME_MICROS));
};

const measure = (members: number, target?: string): Row => {
  run(members, 1); // to warm up
  const rounds = Array.from({ length: ROUNDS }, (_, round) => run(members, 20_260_101 + round));
  const aFrame = (of: (took: readonly number[]) => number): string =>
    shown(median(rounds.map(of)) / FRAMES_PER_PUBLICATION);
  return {
    what: `scoring ${String(members)} members, all pairs, chance floors, a 100 Hz frame incl. 25 readings a second`,
    value: `mean ${aFrame(mean)} µs, p50 ${aFrame(median)} µs, p99 ${aFrame((took) => quantile(took, 0.99))} µs`,
    ...(target !== undefined && { target }),
  };
};

/** Microseconds of one core for a frame of live scoring. */
export const benchScoring = (): readonly Row[] => [measure(6), measure(30, "mean ≤ 50 µs, p99 ≤ 200 µs")];
