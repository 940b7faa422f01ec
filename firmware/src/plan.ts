import {
  MAX_PERIOD_MICROS,
  MAX_PULSE_MILLIS,
  microsOfBeat,
  MIN_INTERVAL_PER_PULSE,
  MIN_PERIOD_MICROS,
  SEGMENT_NUMBERS,
} from "@entrain/protocol";
import { MAX_TIME_MICROS } from "./clock.ts";
import {
  PLAN_ACCENT_MASK,
  PLAN_ACCENT_STRENGTH,
  PLAN_BEAT_ZERO,
  PLAN_BEATS_PER_BAR,
  PLAN_FADE_MILLIS,
  PLAN_MUTE_MASK,
  PLAN_PULSE_MILLIS,
  PLAN_REVISION,
  PLAN_SEGMENTS,
  PLAN_STRENGTH,
  PLAN_SUBDIVISION,
  PLAN_TOTAL_BEATS,
} from "./wire.ts";

/** A plan as it plays: its pulses are numbered beat · subdivision + part. */
export interface Plan {
  readonly beatZeroMicros: number;
  readonly revision: number;
  /** 0 = until stopped. */
  readonly pulses: number;
  readonly fadeMicros: number;
  readonly pulseMillis: number;
  readonly accentMask: number;
  readonly muteMask: number;
  readonly beatsPerBar: number;
  readonly subdivision: number;
  readonly strength: number;
  readonly accentStrength: number;
  readonly segments: Float64Array;
}

const isPeriod = (micros: number): boolean => micros >= MIN_PERIOD_MICROS && micros <= MAX_PERIOD_MICROS;

const areSegmentsValid = (segments: Float64Array): boolean => {
  const count = segments.length;
  if (count === 0) return false;
  for (let i = 0; i < count; i += SEGMENT_NUMBERS) {
    const beats = segments[i] as number;
    const period = segments[i + 1] as number;
    const step = segments[i + 2] as number;
    const last = i + SEGMENT_NUMBERS === count;
    // Written so that NaN fails.
    if (!(beats >= 0 && beats < 1000000) || (beats === 0 && !last) || (beats === 0 && step !== 0)) return false;
    if (!isPeriod(period) || !isPeriod(period + step * beats)) return false;
  }
  return true;
};

/** Reads a plan out of its frame; undefined where a number in it is not one that a band plays. */
export const readPlan = (view: DataView, end: number): Plan | undefined => {
  const bytes = end - PLAN_SEGMENTS;
  if (bytes % (8 * SEGMENT_NUMBERS) !== 0) return undefined;
  const subdivision = view.getUint8(PLAN_SUBDIVISION);
  const beatsPerBar = view.getUint8(PLAN_BEATS_PER_BAR);
  const pulseMillis = view.getUint16(PLAN_PULSE_MILLIS, true);
  const segments = new Float64Array(bytes / 8);
  for (let i = 0; i < segments.length; i++) segments[i] = view.getFloat64(PLAN_SEGMENTS + 8 * i, true);
  const beatZeroMicros = view.getFloat64(PLAN_BEAT_ZERO, true);
  // Written so that NaN fails.
  if (!(beatZeroMicros > -MAX_TIME_MICROS && beatZeroMicros < MAX_TIME_MICROS)) return undefined;
  if (subdivision < 1 || subdivision > 4 || beatsPerBar < 1 || beatsPerBar > 16) return undefined;
  if (pulseMillis < 1 || pulseMillis > MAX_PULSE_MILLIS || !areSegmentsValid(segments)) return undefined;
  return {
    beatZeroMicros,
    revision: view.getUint32(PLAN_REVISION, true),
    pulses: view.getUint32(PLAN_TOTAL_BEATS, true) * subdivision,
    fadeMicros: view.getUint32(PLAN_FADE_MILLIS, true) * 1000,
    pulseMillis,
    accentMask: view.getUint16(PLAN_ACCENT_MASK, true),
    muteMask: view.getUint16(PLAN_MUTE_MASK, true),
    beatsPerBar,
    subdivision,
    strength: view.getUint8(PLAN_STRENGTH),
    accentStrength: view.getUint8(PLAN_ACCENT_STRENGTH),
    segments,
  };
};

/** When a pulse is felt, on the session clock. */
export const pulseMicros = (plan: Plan, index: number): number =>
  plan.beatZeroMicros + microsOfBeat(plan.segments, index / plan.subdivision);

/** The first pulse at or after a time: by doubling and halving, since a band has no exact square root to invert with. */
export const firstPulseFrom = (plan: Plan, tMicros: number): number => {
  if (pulseMicros(plan, 0) >= tMicros) return 0;
  let high = 1;
  while (pulseMicros(plan, high) < tMicros) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pulseMicros(plan, middle) < tMicros) low = middle;
    else high = middle;
  }
  return high;
};

/** The first pulse of the first bar that begins at or after a pulse. */
export const barFrom = (plan: Plan, index: number): number => {
  const pulsesPerBar = plan.beatsPerBar * plan.subdivision;
  return Math.floor((index + pulsesPerBar - 1) / pulsesPerBar) * pulsesPerBar;
};

const bit = (mask: number, position: number): number => (mask >> position) & 1;

/** How strong the plan wants a pulse; 0 = silent. Pulses between beats have half the strength of the beat. */
export const plannedStrength = (plan: Plan, index: number): number => {
  const beat = Math.floor(index / plan.subdivision);
  const place = beat % plan.beatsPerBar;
  if (bit(plan.muteMask, place)) return 0;
  if (index % plan.subdivision !== 0) return plan.strength >> 1;
  return bit(plan.accentMask, place) ? plan.accentStrength : plan.strength;
};

/** How long a pulse lasts. @param leastIntervalMicros - what comes sooner is thinned: the next pulse that plays leaves more time */
export const plannedMillis = (plan: Plan, index: number, leastIntervalMicros: number): number => {
  let interval = pulseMicros(plan, index + 1) - pulseMicros(plan, index);
  if (interval < leastIntervalMicros) interval = leastIntervalMicros;
  const most = interval / (1000 * MIN_INTERVAL_PER_PULSE);
  return plan.pulseMillis < most ? plan.pulseMillis : most;
};

/** How much of its strength the plan's own fade leaves at a time of the session, 1 where it has none; below 0 after it. */
export const shareLeft = (plan: Plan, tSessionMicros: number): number =>
  plan.pulses > 0 && plan.fadeMicros > 0 ? (pulseMicros(plan, plan.pulses) - tSessionMicros) / plan.fadeMicros : 1;
