import {
  beatAtMicros,
  type BeatPosition,
  microsOfBeat,
  type SessionMicros,
  sessionMicros,
  type MessageOf,
} from "@entrain/protocol";
import { checkPattern, maskOf, type Pattern } from "./pattern.ts";
import { simplified } from "./person/felt-beats.ts";
import { NO_SETTINGS, type PersonSettings } from "./person/settings.ts";
import { gentler, shifted } from "./person/soften.ts";
import { proveSafe } from "./safety.ts";
import { periodOfBpm } from "./tempo.ts";

/** A plan in the form in which a band takes it: the fields of the protocol's `plan`. */
export type Plan = Omit<MessageOf<"plan">, "kind">;

export interface SteadyPlanOpts {
  readonly bpm: number;
  readonly pattern: Pattern;
  readonly beatZeroMicros: SessionMicros;
  /** Higher than that of any plan before. */
  readonly revision: number;
  /** Of the person who plays it. Default: as it is. */
  readonly settings?: PersonSettings;
}

/** A fifth of the time between pulses keeps the motor's share of any ten seconds below a quarter. */
const LONGEST_SHARE = 0.2;

const fittingMillis = ({ pulseMillis, subdivision }: Pattern, periodMicros: number): number =>
  Math.min(pulseMillis, Math.floor((LONGEST_SHARE * periodMicros) / (1_000 * subdivision)));

/**
 * A steady beat until it is stopped, proved to lie within the safety envelope.
 *
 * @throws PacingError where the tempo or the pattern is out of range, or the motor would be on for too long
 */
export const steadyPlan = ({
  bpm,
  pattern,
  beatZeroMicros,
  revision,
  settings = NO_SETTINGS,
}: SteadyPlanOpts): Plan => {
  checkPattern(pattern);
  const own = simplified(pattern, pattern.beatsPerBar, settings);
  const periodMicros = periodOfBpm(bpm);
  const plan: Plan = {
    beatZeroMicros,
    revision,
    totalBeats: 0,
    fadeMillis: 0,
    pulseMillis: fittingMillis(pattern, periodMicros),
    accentMask: maskOf(own.accents),
    muteMask: maskOf(own.mutes),
    beatsPerBar: own.beatsPerBar,
    subdivision: own.subdivision,
    strength: own.strength,
    accentStrength: own.accentStrength,
    swellBeats: 0,
    segments: Float64Array.of(0, periodMicros, 0),
  };
  proveSafe(plan);
  return gentler(shifted(plan, settings), settings);
};

/** Where the plan stands at a time: beats since beat 0, negative before it. */
export const beatAt = (plan: Plan, tMicros: number): BeatPosition =>
  beatAtMicros(plan.segments, tMicros - plan.beatZeroMicros);

/** When a beat is felt. */
export const timeOfBeat = (plan: Plan, beat: BeatPosition): SessionMicros =>
  sessionMicros(plan.beatZeroMicros + microsOfBeat(plan.segments, beat));

/** The first beat of the first bar that begins at or after a time. */
export const nextBarBeat = (plan: Plan, tMicros: number): BeatPosition =>
  Math.max(0, Math.ceil(beatAt(plan, tMicros) / plan.beatsPerBar - 1e-9) * plan.beatsPerBar);
