import type { LeadDecision } from "@entrain/pacing";
import { createRandom } from "@entrain/simulator";
import type { BenchPacer } from "./pacers.ts";
import { type SimulatedGroup, simulatedGroup } from "./people.ts";
import { Readings } from "./readings.ts";
import { Room, STEP_MICROS } from "./room.ts";
import { type Outcome, Truth } from "./truth.ts";

/** Odd on purpose, so that nothing relies on zero. */
const T_START_MICROS = 123_456_789;
const STEPS_PER_READING = 5;
export const SECONDS = 600;

export interface Trial {
  readonly outcome: Outcome;
  readonly truth: Truth;
  readonly group: SimulatedGroup;
  readonly decisions: readonly LeadDecision[];
}

/** One group with one pacer. The same seed gives the same people, whatever paces them. */
export const runTrial = (
  seed: number,
  pacerOf: (group: SimulatedGroup, tStartMicros: number) => BenchPacer,
  seconds = SECONDS,
): Trial => {
  const random = createRandom(seed);
  const group = simulatedGroup(random.fork("group"));
  const room = new Room(group, random.fork("room"), T_START_MICROS);
  const readings = new Readings(random.fork("readings"));
  const truth = new Truth(room);
  const pacer = pacerOf(group, T_START_MICROS);
  const pulseAt = pacer.pulseAt.bind(pacer);
  const decisions: LeadDecision[] = [];
  let lastBeat = -1;
  for (let step = 1; step * STEP_MICROS <= seconds * 1e6; step++) {
    const tMicros = T_START_MICROS + step * STEP_MICROS;
    room.advance(tMicros);
    const pulse = pulseAt(tMicros);
    if (pulse !== undefined && Math.floor(pulse.beat) > lastBeat) {
      lastBeat = Math.floor(pulse.beat);
      const tBeatMicros = tMicros - ((pulse.beat - lastBeat) * 60e6) / pulse.bpm;
      room.feelPulse(tBeatMicros);
      truth.beat(room, lastBeat, tBeatMicros);
    }
    if (step % STEPS_PER_READING === 0) {
      const decision = pacer.take?.(readings.at(tMicros, room, pulseAt), tMicros);
      if (decision !== undefined) decisions.push(decision);
    }
    if (step % (1e6 / STEP_MICROS) === 0) truth.second(room, pulse?.bpm);
  }
  return { outcome: truth.outcome(group.targetBpm), truth, group, decisions };
};
