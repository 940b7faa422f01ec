import { sessionMicros } from "@entrain/protocol";
import { createGroupScorer, type GroupScorer, mulberry32 } from "@entrain/synchrony";
import { type Row, shown } from "./row.ts";
import { mean, median, processorMicros, quantile } from "./statistics.ts";

const T_START_MICROS = 123_456_789;
const FRAMES_PER_PUBLICATION = 4;
const FRAME_MICROS = 10_000;
const PUBLICATION_MICROS = FRAMES_PER_PUBLICATION * FRAME_MICROS;
const TEMPO_HZ = 1.7;
/** Chance needs its history: nothing counts before this. */
const WARM_UP = (40 * 1e6) / PUBLICATION_MICROS;
/** A round through all dyads of thirty members. */
const MEASURED = (32 * 1e6) / PUBLICATION_MICROS;
const ROUNDS = 5;
/** Above this a run takes long enough to be its own warm-up and its own average. */
const LARGE = 100;

const scorerOf = (members: number, random: () => number): GroupScorer => {
  const scorer = createGroupScorer({
    members: Array.from({ length: members }, (_, i) => ({ name: `m${String(i)}`, placement: "wrist" })),
    tStartMicros: sessionMicros(T_START_MICROS),
    random,
  });
  scorer.setPacer((tMicros) => ((tMicros - T_START_MICROS) / 1e6) * TEMPO_HZ);
  return scorer;
};

/** People who follow one pulse, each with a walk of their own: nobody is dropped from the test early. */
const move = (packet: Float64Array, phaseRad: number, publication: number, random: () => number): void => {
  for (let i = 0; i < packet.length; i++) {
    const s = publication * 0.04 + Math.floor(i / 3) * 0.01;
    const swing = 0.2 * Math.cos(2 * Math.PI * TEMPO_HZ * s + phaseRad);
    packet[i] = 0.02 * (random() - 0.5) + (i % 3 === 0 ? swing : i % 3 === 2 ? 1 : 0);
  }
};

/** @returns microseconds of each publication: four samples of everybody in, one reading out */
const run = (members: number, seed: number): readonly number[] => {
  const random = mulberry32(seed);
  const scorer = scorerOf(members, random);
  const phasesRad = Float64Array.from({ length: members }, () => 0.6 * random());
  const packets = Array.from({ length: members }, () => new Float64Array(3 * FRAMES_PER_PUBLICATION));
  const times = new Float64Array(FRAMES_PER_PUBLICATION);
  const took: number[] = [];
  for (let publication = 0; publication < WARM_UP + MEASURED; publication++) {
    const tMicros = T_START_MICROS + publication * PUBLICATION_MICROS;
    times.forEach((_, i) => (times[i] = tMicros + i * FRAME_MICROS));
    phasesRad.forEach((rad, k) => (phasesRad[k] = rad * 0.99 + 0.05 * (random() - 0.5)));
    packets.forEach((packet, k) => {
      move(packet, phasesRad[k] ?? 0, publication, random);
    });
    const begun = processorMicros();
    packets.forEach((accelG, k) => {
      scorer.pushSamples(k, times, accelG, FRAMES_PER_PUBLICATION);
    });
    scorer.advance(tMicros + (FRAMES_PER_PUBLICATION - 1) * FRAME_MICROS);
    scorer.reading();
    if (publication >= WARM_UP) took.push((processorMicros() - begun) / FRAMES_PER_PUBLICATION);
  }
  return took;
};

const measure = (members: number, target?: string): Row => {
  const isLarge = members >= LARGE;
  if (!isLarge) run(members, 1); // to warm up
  const rounds = Array.from({ length: isLarge ? 1 : ROUNDS }, (_, round) => run(members, 20_260_101 + round));
  const medianOf = (of: (took: readonly number[]) => number): string => shown(median(rounds.map(of)));
  const least = shown(Math.min(...rounds.map(mean)));
  const best = isLarge ? "" : ` (of the quietest round ${least})`;
  return {
    what: `scoring ${String(members)} members, ${shown((members * (members - 1)) / 2)} dyads, chance floors of all, a 100 Hz frame incl. 25 readings a second`,
    value: `mean ${medianOf(mean)} µs${best}, p50 ${medianOf(median)} µs, p99 ${medianOf((took) => quantile(took, 0.99))} µs`,
    ...(target !== undefined && { target }),
  };
};

/** Microseconds of one core for a frame of live scoring, with everything that relates members to each other. */
export const benchScoring = (): readonly Row[] => [
  measure(6),
  measure(30, "mean ≤ 50 µs, p99 ≤ 200 µs"),
  measure(100),
  measure(300, "in real time: mean < 10,000 µs"),
];
