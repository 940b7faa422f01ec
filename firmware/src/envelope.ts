import { RAMP_MICROS, SESSION_MICROS } from "@entrain/protocol";

/** How much of the planned strength is left at a time of the band: the opening ramp, a fade, and the timer behind both. */

/** Where the opening ramp and the session timer count from, and where a fade ends (0 = none); band clock. */
let startedMicros = 0;
export let fadeEndMicros = 0;
let fadeLengthMicros = 0;

export const beginEnvelope = (tMicros: number): void => {
  startedMicros = tMicros;
  fadeEndMicros = 0;
};

export const beginFade = (tMicros: number, lengthMicros: number): void => {
  fadeLengthMicros = lengthMicros;
  fadeEndMicros = tMicros + lengthMicros;
};

export const endFade = (): void => {
  fadeEndMicros = 0;
};

export const isSessionOver = (tMicros: number): boolean => tMicros - startedMicros > SESSION_MICROS;

/** 0 to 1. @param planShare - what the plan's own fade leaves */
export const envelopeAt = (tMicros: number, planShare: number): number => {
  let share = (tMicros - startedMicros) / RAMP_MICROS;
  if (share > 1) share = 1;
  if (fadeEndMicros > 0) share *= (fadeEndMicros - tMicros) / fadeLengthMicros;
  if (planShare < share) share = planShare;
  return share > 0 ? share : 0;
};
