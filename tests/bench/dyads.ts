import { sessionMicros } from "@entrain/protocol";
import { createGroupScorer, mulberry32 } from "@entrain/synchrony";
import { type Row, shown } from "./row.ts";
import { mean, processorMicros, quantile } from "./statistics.ts";

const T_START_MICROS = 123_456_789;
const FRAMES_PER_PUBLICATION = 4;
const FRAME_MICROS = 10_000;
const PUBLICATION_MICROS = FRAMES_PER_PUBLICATION * FRAME_MICROS;
const TEMPO_HZ = 1.7;
const WARM_UP = (40 * 1e6) / PUBLICATION_MICROS;
/** Two rounds through the dyads of a large group. */
const MEASURED = (26 * 1e6) / PUBLICATION_MICROS;
const READINGS_EVERY = 12;

/** People who follow one pulse, each with a walk of their own: nobody is dropped from the test early. */
const packetOf = (phases: Float64Array, member: number, publication: number, random: () => number): Float64Array =>
  Float64Array.from({ length: 3 * FRAMES_PER_PUBLICATION }, (_, i) => {
    const s = publication * 0.04 + Math.floor(i / 3) * 0.01;
    const noise = 0.02 * (random() - 0.5);
    const swing = 0.2 * Math.cos(2 * Math.PI * TEMPO_HZ * s + (phases[member] ?? 0));
    return i % 3 === 0 ? swing + noise : (i % 3 === 2 ? 1 : 0) + noise;
  });

interface Cost {
  readonly meanMicros: number;
  readonly p99Micros: number;
}

/** Microseconds of processor time a 100 Hz frame. */
const run = (members: number, dyads: boolean): Cost => {
  const random = mulberry32(20_260_101);
  const scorer = createGroupScorer({
    members: Array.from({ length: members }, (_, i) => ({ name: `m${String(i)}`, placement: "wrist" })),
    tStartMicros: sessionMicros(T_START_MICROS),
    dyads,
    random,
  });
  scorer.setPacer((tMicros) => ((tMicros - T_START_MICROS) / 1e6) * TEMPO_HZ);
  const phases = Float64Array.from({ length: members }, () => 0.6 * random());
  const times = new Float64Array(FRAMES_PER_PUBLICATION);
  const took: number[] = [];
  for (let publication = 0; publication < WARM_UP + MEASURED; publication++) {
    const tMicros = T_START_MICROS + publication * PUBLICATION_MICROS;
    times.forEach((_, i) => (times[i] = tMicros + i * FRAME_MICROS));
    phases.forEach((phase, k) => (phases[k] = phase * 0.99 + 0.05 * (random() - 0.5)));
    const packets = Array.from({ length: members }, (_, k) => packetOf(phases, k, publication, random));
    const begun = processorMicros();
    packets.forEach((accelG, k) => {
      scorer.pushSamples(k, times, accelG, FRAMES_PER_PUBLICATION);
    });
    scorer.advance(tMicros + (FRAMES_PER_PUBLICATION - 1) * FRAME_MICROS);
    scorer.reading();
    if (publication >= WARM_UP) took.push((processorMicros() - begun) / FRAMES_PER_PUBLICATION);
    if (dyads && publication % READINGS_EVERY === 0 && members <= 30) scorer.dyads();
  }
  return { meanMicros: mean(took), p99Micros: quantile(took, 0.99) };
};

const measure = (members: number, target?: string): Row => {
  const without = run(members, false);
  const all = run(members, true);
  const pairs = (members * (members - 1)) / 2;
  return {
    what: `${String(members)} members, ${shown(pairs)} dyads: locking n:m, 25 lags, envelopes, beyond the pacer, chance floors; a 100 Hz frame`,
    value: `mean ${shown(all.meanMicros)} µs, p99 ${shown(all.p99Micros)} µs; of it dyads and timing ${shown(all.meanMicros - without.meanMicros)} µs`,
    ...(target !== undefined && { target }),
  };
};

/** Microseconds of one core for a frame of live scoring with everything that relates members to each other. */
export const benchDyads = (): readonly Row[] => [
  measure(6),
  measure(30, "mean ≤ 50 µs, p99 ≤ 200 µs"),
  measure(100),
  measure(300, "mean < 10,000 µs"),
];
