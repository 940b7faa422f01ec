import { MICROS_PER_SECOND, type SessionMicros, SOFT_STRENGTH } from "@entrain/protocol";
import type { Plan } from "../plan.ts";

/** From the start of a cue to its first pulse, and from that to its second: no motor needs longer between two. */
const CUE_GAP_MICROS = 350_000;
const CUE_MILLIS = 70;
/** So long before a change the cue begins: time to feel it, and for every band to be told what comes next. */
export const CUE_MICROS = 2_400_000;
const EVERY_BEAT = 0xffff;
const CUE_BEATS = 0b110;
const LONGEST_BAR = 16;

const QUIET = {
  totalBeats: 0,
  fadeMillis: 0,
  accentMask: 0,
  subdivision: 1,
  accentStrength: 0,
  swellBeats: 0,
} as const;

/**
 * The cue before a change: a soft double pulse in an otherwise silent moment, like no beat of any pattern. Silent until
 * the next plan comes; were none to come, the band would be at rest before the cue came round again.
 */
export const cuePlan = (fromMicros: SessionMicros, revision: number): Plan => ({
  ...QUIET,
  beatZeroMicros: fromMicros,
  revision,
  pulseMillis: CUE_MILLIS,
  muteMask: EVERY_BEAT & ~CUE_BEATS,
  beatsPerBar: LONGEST_BAR,
  strength: SOFT_STRENGTH,
  segments: Float64Array.of(3, CUE_GAP_MICROS, 0, 0, MICROS_PER_SECOND, 0),
});

/** A plan that pulses nothing: of whoever listens, rests, or feels somebody's movement in place of a beat. */
export const silentPlan = (fromMicros: SessionMicros, revision: number): Plan => ({
  ...QUIET,
  beatZeroMicros: fromMicros,
  revision,
  pulseMillis: 1,
  muteMask: EVERY_BEAT,
  beatsPerBar: 1,
  strength: 0,
  segments: Float64Array.of(0, MICROS_PER_SECOND, 0),
});
