import { LeadController, type LeadDecision, type LeadReading, leadSettings, STEADY } from "@entrain/pacing";
import { beatAtMicros, type BeatPosition, sessionMicros } from "@entrain/protocol";
import { Pacer } from "@entrain/session";
import { MEMBERS, type SimulatedGroup } from "./people.ts";

/** What paces a group, and may listen to it. */
export interface BenchPacer {
  pulseAt(tMicros: number): LeadReading["pulse"];
  take?(reading: LeadReading, tNowMicros: number): LeadDecision | undefined;
}

const periodMicros = (bpm: number): number => 60e6 / bpm;
const SLOPE_MICROS = 1_000;

const pulseOf = (beatAt: (tMicros: number) => number | undefined, tMicros: number): LeadReading["pulse"] => {
  const beat = beatAt(tMicros);
  if (beat === undefined) return undefined;
  const next = beatAt(tMicros + SLOPE_MICROS);
  return { beat, bpm: next === undefined ? NaN : ((next - beat) * 60e6) / SLOPE_MICROS };
};

const mapped = (segments: Float64Array, tStartMicros: number): BenchPacer => ({
  pulseAt: (tMicros) =>
    tMicros < tStartMicros
      ? undefined
      : pulseOf((t): BeatPosition => beatAtMicros(segments, t - tStartMicros), tMicros),
});

/** (a) The target at once. */
export const jump = ({ targetBpm }: SimulatedGroup, tStartMicros: number): BenchPacer =>
  mapped(Float64Array.of(0, periodMicros(targetBpm), 0), tStartMicros);

/** (b) A ramp of fixed speed from the group's own tempo, which it is simply told. @param percentPerMinute - of the tempo */
export const ramp = (
  { ownBpm, targetBpm }: SimulatedGroup,
  tStartMicros: number,
  { leadInBeats, seconds }: { readonly leadInBeats: number; readonly seconds: number },
): BenchPacer => {
  const [from, to] = [periodMicros(ownBpm), periodMicros(targetBpm)];
  const beats = Math.max(1, Math.round((seconds * 1e6) / ((from + to) / 2)));
  return mapped(Float64Array.of(leadInBeats, from, 0, beats, from, (to - from) / beats, 0, to, 0), tStartMicros);
};

/** (c) The controller, through the plans that bands are sent. */
export class Led implements BenchPacer {
  readonly controller: LeadController;
  private readonly pacer = new Pacer();

  constructor({ targetBpm }: SimulatedGroup, given: Readonly<Record<string, unknown>> = {}) {
    this.controller = new LeadController({
      settings: leadSettings({ targetBpm, ...given }, "bench"),
      members: MEMBERS,
      beatsPerBar: STEADY.beatsPerBar,
    });
  }

  pulseAt(tMicros: number): LeadReading["pulse"] {
    return pulseOf((t) => this.pacer.beatAt(t), tMicros);
  }

  take(reading: LeadReading, tNowMicros: number): LeadDecision | undefined {
    const before = this.controller.state.bpm;
    const decision = this.controller.take(reading);
    if (decision !== undefined && decision.bpm !== before)
      this.pacer.next(decision.bpm, STEADY, sessionMicros(tNowMicros));
    return decision;
  }
}
