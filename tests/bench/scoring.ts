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
/** Seconds are what the mean is taken of: asking for the time as often as for a reading would cost as much as scoring a few. */
const PER_SECOND = 1e6 / PUBLICATION_MICROS;
/** Compiling on the way counts as processor time, and is over after so many runs: three minutes and a half. */
const WARM_UP_RUNS = 3;
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

/**
 * A publication is four samples of everybody in, and one reading out: every fourth frame of 100 Hz does all the work.
 *
 * @param together publications timed as one
 * @returns microseconds a frame, of each that was timed
 */
const run = (members: number, seed: number, together: number): readonly number[] => {
  const random = mulberry32(seed);
  const scorer = scorerOf(members, random);
  const phasesRad = Float64Array.from({ length: members }, () => 0.6 * random());
  const packets = Array.from({ length: members * together }, () => new Float64Array(3 * FRAMES_PER_PUBLICATION));
  const times = new Float64Array(FRAMES_PER_PUBLICATION);
  const publish = (publication: number): void => {
    const tMicros = T_START_MICROS + publication * PUBLICATION_MICROS;
    for (let i = 0; i < times.length; i++) times[i] = tMicros + i * FRAME_MICROS;
    for (let k = 0; k < members; k++) {
      const packet = packets[(publication % together) * members + k];
      if (packet !== undefined) scorer.pushSamples(k, times, packet, FRAMES_PER_PUBLICATION);
    }
    scorer.advance(tMicros + (FRAMES_PER_PUBLICATION - 1) * FRAME_MICROS);
    scorer.reading();
  };
  const took: number[] = [];
  for (let first = 0; first < WARM_UP + MEASURED; first += together) {
    packets.forEach((packet, i) => {
      const k = i % members;
      phasesRad[k] = (phasesRad[k] ?? 0) * 0.99 + 0.05 * (random() - 0.5);
      move(packet, phasesRad[k], first + Math.floor(i / members), random);
    });
    const begun = processorMicros();
    for (let publication = first; publication < first + together; publication++) publish(publication);
    if (first >= WARM_UP) took.push((processorMicros() - begun) / (together * FRAMES_PER_PUBLICATION));
  }
  return took;
};

const measure = (members: number, target?: string): Row => {
  const isLarge = members >= LARGE;
  if (!isLarge) for (let warm = 0; warm < WARM_UP_RUNS; warm++) run(members, 1, 1);
  const rounds = (together: number): (readonly number[])[] =>
    Array.from({ length: isLarge ? 1 : ROUNDS }, (_, round) => run(members, 20_260_101 + round, together));
  const means = rounds(PER_SECOND).map(mean);
  const each = rounds(1);
  const least = isLarge ? "" : ` (of the quietest round ${shown(Math.min(...means))})`;
  const medianOf = (share: number): string => shown(median(each.map((took) => quantile(took, share))));
  return {
    what: `scoring ${String(members)} members, ${shown((members * (members - 1)) / 2)} dyads, chance floors of all: a 100 Hz frame, a quarter of a publication with its reading`,
    value: `mean ${shown(median(means))} µs${least}, p50 ${medianOf(0.5)} µs, p99 ${medianOf(0.99)} µs`,
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
