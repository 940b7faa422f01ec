import { BandGroup, FrameBand } from "@entrain/band";
import { STEADY, steadyPlan } from "@entrain/pacing";
import { type ClockMap, sessionMicros } from "@entrain/protocol";
import { setTimeout as sleep } from "node:timers/promises";
import { realTime } from "../conformance/bands/real-time.ts";
import { type OwnClock, startInterpreterBand } from "./interpreter-band.ts";
import { withoutEstimate } from "./without-estimate.ts";

const BPM = 100;
export const PERIOD_MICROS = 60e6 / BPM;
const LEAD_MICROS = 2_000_000;
const MEASURING_MILLIS = 6_000;
/** Late joiners have fallen in by then, and a band whose clock is seconds ahead or behind plays, too. */
const SETTLED_MICROS = 12e6;

/** Seconds apart, and from −40 to +40 ppm: the worst that crystals on wrists do. */
const CLOCKS: readonly Omit<OwnClock, "baseS">[] = [
  { offsetS: 0, offsetMicros: 0, skewPpm: -40 },
  { offsetS: 3, offsetMicros: 700_000, skewPpm: 40 },
  { offsetS: -5, offsetMicros: 350_000, skewPpm: -13 },
  { offsetS: 11, offsetMicros: 630_000, skewPpm: 17 },
];

export interface Paced {
  /** Of each beat: how far apart the motors were really commanded, lag taken off. */
  readonly commandedMicros: readonly number[];
  /** The same for when they were due by their own clocks: what is left when the machine's own delays are taken out. */
  readonly plannedMicros: readonly number[];
  readonly latenessMicros: readonly number[];
  readonly beats: number;
  /** The host's bound of each clock at the end. */
  readonly boundMicros: readonly number[];
}

/** Of each beat, how far apart the members' pulses are that lie nearest to it; only beats that all of them played. */
const spreadsOf = (members: readonly (readonly number[])[], beats: readonly number[]): readonly number[] =>
  beats.flatMap((tBeat) => {
    const each = members.map((times) => times.find((t) => Math.abs(t - tBeat) < PERIOD_MICROS / 2) ?? NaN);
    const spread = Math.max(...each) - Math.min(...each);
    return Number.isNaN(spread) ? [] : [spread];
  });

/** Four bundles on four real interpreters, paced together. @param estimate - off: all clocks are believed to be the same */
export const paceInterpreters = async (program: string, seconds: number, estimate: boolean): Promise<Paced> => {
  const baseS = Math.floor(Date.now() / 1e3);
  const believed = (): ClockMap => ({
    sessionRef: realTime.nowMicros(),
    bandRef: (Date.now() * 1e3) as ClockMap["bandRef"],
    bandPerSession: 1,
    errorMicros: 0,
  });
  /** From the session's clock to the machine's, since the base. */
  const sinceBase = (Date.now() - baseS * 1e3) * 1e3 - realTime.nowMicros();
  const interpreters = await Promise.all(
    CLOCKS.map((clock, i) =>
      startInterpreterBand(program, `band ${String(i + 1)}`, i % 2 === 0 ? "xiao-sense" : "banglejs2", {
        ...clock,
        baseS,
      }),
    ),
  );
  const bands = interpreters.map(
    ({ name, openLink }) =>
      new FrameBand({
        name,
        scheduler: realTime,
        openLink: async () => (estimate ? openLink() : withoutEstimate(await openLink(), believed)),
      }),
  );
  const group = new BandGroup(bands);
  try {
    await Promise.all(bands.map((band) => band.connect()));
    await sleep(MEASURING_MILLIS);
    const from = sessionMicros(realTime.nowMicros() + LEAD_MICROS);
    await group.play(steadyPlan({ bpm: BPM, pattern: STEADY, beatZeroMicros: from, revision: 1 }), from);
    await sleep(seconds * 1e3 + LEAD_MICROS / 1e3);
    const boundMicros = bands.map((band) => band.clockMap()?.errorMicros ?? NaN);
    await group.stopAll(() => undefined);
    const first = Math.ceil(SETTLED_MICROS / PERIOD_MICROS);
    const count = Math.floor((seconds * 1e6) / PERIOD_MICROS) - first;
    const beats = Array.from({ length: count }, (_, i) => from + sinceBase + (first + i) * PERIOD_MICROS);
    return {
      beats: count,
      commandedMicros: spreadsOf(
        interpreters.map((band) => band.commandedMicros),
        beats,
      ),
      plannedMicros: spreadsOf(
        interpreters.map(({ pulses }) => pulses.map((p) => p.plannedMicros)),
        beats,
      ),
      latenessMicros: interpreters.flatMap(({ pulses }) => pulses.map((p) => p.latenessMicros)),
      boundMicros,
    };
  } finally {
    await group.close();
    for (const each of interpreters) each.close();
  }
};
