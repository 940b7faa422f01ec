import {
  HEADER_BYTES,
  MAX_PERIOD_MICROS,
  MAX_PULSE_MILLIS,
  MIN_PERIOD_MICROS,
  PAYLOAD_BYTES_AT,
  SEGMENT_NUMBERS,
} from "@entrain/protocol";
import { isTime } from "./clock.ts";
import { frame, frame16, frame32, frame8, frameF64 } from "./frame.ts";
import type { Plan } from "./plan.ts";
import {
  PLAN_ACCENT_MASK_U16,
  PLAN_ACCENT_STRENGTH,
  PLAN_BEAT_ZERO_F64,
  PLAN_BEATS_PER_BAR,
  PLAN_FADE_MILLIS_U32,
  PLAN_MUTE_MASK_U16,
  PLAN_PULSE_MILLIS_U16,
  PLAN_REVISION_U32,
  PLAN_SEGMENTS,
  PLAN_STRENGTH,
  PLAN_SUBDIVISION,
  PLAN_SWELL_BEATS,
  PLAN_TOTAL_BEATS_U32,
} from "./wire.ts";

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

/** Reads a plan out of the frame that stands in the views; undefined where a number in it is not one that a band plays. */
export const readPlan = (): Plan | undefined => {
  const numbers = ((frame16[PAYLOAD_BYTES_AT / 2] as number) + HEADER_BYTES - PLAN_SEGMENTS) / 8;
  if (numbers % SEGMENT_NUMBERS !== 0) return undefined;
  const subdivision = frame8[PLAN_SUBDIVISION] as number;
  const beatsPerBar = frame8[PLAN_BEATS_PER_BAR] as number;
  const pulseMillis = frame16[PLAN_PULSE_MILLIS_U16] as number;
  const beatZeroMicros = frameF64[PLAN_BEAT_ZERO_F64] as number;
  const segments = new Float64Array(numbers);
  segments.set(new Float64Array(frame, PLAN_SEGMENTS, numbers));
  if (
    !isTime(beatZeroMicros) ||
    subdivision < 1 ||
    subdivision > 4 ||
    beatsPerBar < 1 ||
    beatsPerBar > 16 ||
    pulseMillis < 1 ||
    pulseMillis > MAX_PULSE_MILLIS ||
    !areSegmentsValid(segments)
  )
    return undefined;
  return {
    beatZeroMicros,
    revision: frame32[PLAN_REVISION_U32] as number,
    pulses: (frame32[PLAN_TOTAL_BEATS_U32] as number) * subdivision,
    fadeMicros: (frame32[PLAN_FADE_MILLIS_U32] as number) * 1000,
    pulseMillis,
    accentMask: frame16[PLAN_ACCENT_MASK_U16] as number,
    muteMask: frame16[PLAN_MUTE_MASK_U16] as number,
    beatsPerBar,
    subdivision,
    strength: frame8[PLAN_STRENGTH] as number,
    accentStrength: frame8[PLAN_ACCENT_STRENGTH] as number,
    swellBeats: frame8[PLAN_SWELL_BEATS] as number,
    segments,
  };
};
