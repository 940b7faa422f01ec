import { SLEW_DIVISOR } from "@entrain/protocol";

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
