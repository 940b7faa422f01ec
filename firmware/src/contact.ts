import { FADE_MICROS, HORIZON_MICROS, MAX_LATE_MICROS, MAX_PULSE_MILLIS } from "@entrain/protocol";
import { tContactMicros } from "./frame-in.ts";

/** Shorter than the fade by what its last pulse may last: that, too, is over when it ends. */
const SILENCE_FADE_MICROS = FADE_MICROS - MAX_PULSE_MILLIS * 1000 - MAX_LATE_MICROS;

/** How much strength its silence leaves, asked only when a pulse is due: until then the host may be heard again. */
export const shareInSilence = (tMicros: number): number => {
  const beyond = tMicros - tContactMicros - HORIZON_MICROS;
  return beyond > 0 ? 1 - beyond / SILENCE_FADE_MICROS : 1;
};
