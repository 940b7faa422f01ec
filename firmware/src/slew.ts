import { type ClockMap, SLEW_DIVISOR } from "@entrain/protocol";
import { bandOfSession, clockMap } from "./clock-map.ts";

/**
 * Where a pulse goes when the clock map has changed: towards where the map now has it, but by no more than a small part of
 * the time since the last one. A clock that jumped by more than that time leaves nothing to slew from.
 *
 * @param mappedMicros - where the map has it
 * @param predictedMicros - where the one before and the clock's rate have it
 */
export const slewed = (mappedMicros: number, predictedMicros: number, sinceLastMicros: number): number => {
  const correction = mappedMicros - predictedMicros;
  const allowed = sinceLastMicros / SLEW_DIVISOR;
  if (correction > sinceLastMicros || correction < -sinceLastMicros) return mappedMicros;
  if (correction > allowed) return predictedMicros + allowed;
  return correction < -allowed ? predictedMicros - allowed : mappedMicros;
};

/** When the last pulse was to be felt, on both clocks, from which corrections are slewed; 0 = there was none yet. */
let lastSessionMicros = 0;
export let lastFeltMicros = 0;

export const noteFelt = (tSessionMicros: number, tFeltMicros: number): void => {
  lastSessionMicros = tSessionMicros;
  lastFeltMicros = tFeltMicros;
};

/** The next pulse is the first. */
export const forgetFelt = (): void => {
  lastFeltMicros = 0;
};

/** When a pulse is to be felt: its place on the session clock mapped, corrections slewed. */
export const slewedFelt = (tSessionMicros: number): number => {
  const mapped = bandOfSession(tSessionMicros);
  if (lastFeltMicros === 0) return mapped; // the first pulse
  const sinceLast = tSessionMicros - lastSessionMicros;
  return slewed(mapped, lastFeltMicros + sinceLast * (clockMap as ClockMap).bandPerSession, sinceLast);
};
