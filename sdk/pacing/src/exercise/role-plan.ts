import {
  MAX_PERIOD_MICROS,
  MICROS_PER_SECOND,
  microsOfBeat,
  MIN_PERIOD_MICROS,
  SEGMENT_NUMBERS,
  type SessionMicros,
  sessionMicros,
} from "@entrain/protocol";
import { PacingError } from "../errors.ts";
import { checkPattern, maskOf, type Pattern } from "../pattern.ts";
import { simplified } from "../person/felt-beats.ts";
import { NO_SETTINGS, type PersonSettings } from "../person/settings.ts";
import { gentler, shifted } from "../person/soften.ts";
import type { Plan } from "../plan.ts";
import { proveSafe } from "../safety.ts";
import { type BreathTrain } from "./breath.ts";
import type { StepRole } from "./document.ts";
import { cutSegments } from "./course.ts";
import { parseMetre } from "./metre.ts";
import { silentPlan } from "./quiet-plans.ts";

/** The step that a role belongs to, as far as its plan needs it. */
export interface StepFrame {
  readonly metre: string;
  readonly strengthPercent: number;
  /** What of it is felt, [0, 1]: the pulse is let go by and by, and goes on unfelt at 0. Default 1. */
  readonly strengthShare?: number;
  /** Where the step is a breath. */
  readonly train?: BreathTrain;
}

/** Where and on what a plan begins. */
export interface PlanStart {
  /** The tempo map of all from this moment on. */
  readonly segments: Float64Array;
  readonly fromMicros: SessionMicros;
  /** Beats of the step before it. */
  readonly fromBeat: number;
  readonly revision: number;
}

const FULL = 255;
const ACCENT_PERCENT_MORE = 25;
const BREATH_MILLIS = 90;
/** A breath is weakest at this share of its strength. */
const BREATH_LEAST_SHARE = 0.25;
/** A fifth of the time between pulses keeps the motor's share of any ten seconds below a quarter. */
const LONGEST_SHARE = 0.2;
const RATIO = /^([1-4]):([1-4])$/;

/** Every beat of the longest bar. */
const ALL_BEATS = 0xffff;

const strengthOf = (percent: number): number => Math.round((Math.min(100, percent) * FULL) / 100);

/** @throws PacingError `pattern-out-of-range` */
export const parseRatio = (text: string): number => {
  const [, pulses, beats] = RATIO.exec(text) ?? [];
  if (pulses === undefined || beats === undefined)
    throw new PacingError(
      "pattern-out-of-range",
      `expected a ratio of pulses to beats from "1:1" to "4:4", found "${text}"`,
    );
  return Number(pulses) / Number(beats);
};

/** Shortest and longest beat. */
const periodsOf = (segments: Float64Array): readonly [number, number] => {
  let [shortest, longest] = [Infinity, 0];
  for (let i = 0; i < segments.length; i += SEGMENT_NUMBERS) {
    const [beats, period, step] = segments.subarray(i, i + SEGMENT_NUMBERS) as unknown as [number, number, number];
    shortest = Math.min(shortest, period, period + step * beats);
    longest = Math.max(longest, period, period + step * beats);
  }
  return [shortest, longest];
};

/** What no band would take: its beats are as long as those of any tempo. */
const checkPeriods = ({ segments }: Plan): void => {
  const [shortest, longest] = periodsOf(segments);
  // Written so that NaN fails; a rounding is let pass.
  if (shortest >= MIN_PERIOD_MICROS - 1e-6 && longest <= MAX_PERIOD_MICROS + 1e-6) return;
  const found = (longest > MAX_PERIOD_MICROS ? longest : shortest) / MICROS_PER_SECOND;
  throw new PacingError(
    "tempo-out-of-range",
    `expected beats of ${String(MIN_PERIOD_MICROS / MICROS_PER_SECOND)} to ${String(MAX_PERIOD_MICROS / MICROS_PER_SECOND)} s, found ${found.toFixed(2)} s`,
  );
};

/** The same stretch of time, with so many pulses to a beat. */
const scaled = (segments: Float64Array, pulsesPerBeat: number): Float64Array =>
  segments.map((value, i) => {
    if (i % SEGMENT_NUMBERS === 0) return value * pulsesPerBeat;
    return i % SEGMENT_NUMBERS === 1 ? value / pulsesPerBeat : value / (pulsesPerBeat * pulsesPerBeat);
  });

interface Placed {
  readonly beatZeroMicros: SessionMicros;
  readonly segments: Float64Array;
}

/** Beat 0 of a role: where it comes in, or, where it is under way, where its pattern last began. */
const placed = (
  { segments, fromMicros, fromBeat }: PlanStart,
  phaseBeats: number,
  ratio: number,
  cycle: number,
): Placed => {
  const ahead = phaseBeats - fromBeat;
  if (ahead > 0)
    return {
      beatZeroMicros: sessionMicros(fromMicros + microsOfBeat(segments, ahead)),
      segments: scaled(cutSegments(segments, ahead), ratio),
    };
  const own = scaled(segments, ratio);
  const place = (-ahead * ratio) % cycle;
  const period = own[1] ?? 1;
  if (place === 0) return { beatZeroMicros: fromMicros, segments: own };
  return {
    beatZeroMicros: sessionMicros(fromMicros - place * period),
    segments: Float64Array.of(place, period, 0, ...own),
  };
};

const rhythmPlan = (
  role: Extract<StepRole, { plays: "pattern" }>,
  frame: StepFrame,
  start: PlanStart,
  settings: PersonSettings,
): Plan => {
  const { pattern = {}, phaseBeats = 0, ratio = "1:1" } = role;
  const { beatsPerBar, groupStarts } = parseMetre(frame.metre);
  const { bars = 1, subdivision = 1, pulseMillis = 100 } = pattern;
  const cycle = bars * beatsPerBar;
  const accents =
    pattern.accents?.map((beat) => beat - 1) ??
    Array.from({ length: bars }, (_, bar) => groupStarts.map((beat) => bar * beatsPerBar + beat)).flat();
  const share = frame.strengthShare ?? 1;
  const full: Pattern = {
    beatsPerBar: cycle,
    subdivision,
    accents,
    mutes: pattern.mutes?.map((beat) => beat - 1) ?? [],
    pulseMillis,
    strength: strengthOf(share * frame.strengthPercent),
    accentStrength: strengthOf(share * (pattern.accentPercent ?? frame.strengthPercent + ACCENT_PERCENT_MORE)),
  };
  checkPattern(full);
  const own = simplified(full, beatsPerBar, settings);
  const { beatZeroMicros, segments } = placed(start, phaseBeats, parseRatio(ratio), own.beatsPerBar);
  const plan: Plan = {
    beatZeroMicros,
    revision: start.revision,
    totalBeats: 0,
    fadeMillis: 0,
    pulseMillis: Math.min(pulseMillis, Math.floor((LONGEST_SHARE * periodsOf(segments)[0]) / (1_000 * subdivision))),
    accentMask: maskOf(own.accents),
    muteMask: share > 0 ? maskOf(own.mutes) : ALL_BEATS,
    beatsPerBar: own.beatsPerBar,
    subdivision: own.subdivision,
    strength: own.strength,
    accentStrength: own.accentStrength,
    swellBeats: 0,
    segments,
  };
  return shifted(plan, settings);
};

const breathPlan = (train: BreathTrain, strengthPercent: number, start: PlanStart): Plan => ({
  beatZeroMicros: start.fromMicros,
  revision: start.revision,
  totalBeats: 0,
  fadeMillis: 0,
  pulseMillis: BREATH_MILLIS,
  accentMask: 0,
  muteMask: maskOf(train.mutes),
  beatsPerBar: train.beatsPerBar,
  subdivision: 1,
  strength: strengthOf(strengthPercent * BREATH_LEAST_SHARE),
  accentStrength: strengthOf(strengthPercent),
  swellBeats: train.risingBeats,
  segments: start.segments,
});

/**
 * What a member of a role is pulsed from a moment on, proved safe.
 *
 * @param settings - of that member: no pulse comes of them that would not be there without, and none stronger or longer
 * @throws PacingError where a number of the role is out of range, or the motor would be on for too long
 */
export const rolePlan = (
  role: StepRole,
  frame: StepFrame,
  start: PlanStart,
  settings: PersonSettings = NO_SETTINGS,
): Plan => {
  let plan: Plan;
  if (role.plays === "pattern") plan = rhythmPlan(role, frame, start, settings);
  else if (role.plays === "breath" && frame.train !== undefined)
    plan = breathPlan(frame.train, frame.strengthPercent, start);
  else return silentPlan(start.fromMicros, start.revision);
  checkPeriods(plan);
  proveSafe(plan);
  return gentler(plan, settings);
};
