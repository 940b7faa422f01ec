import { AckResult, BUSY_PER_PULSE, MAX_PULSE_MILLIS } from "@entrain/protocol";
import { CAN_LEAD, senseOnsets } from "#board";
import { busyUntilMicros } from "./motor.ts";
import { isQuiet } from "./quiet.ts";
import { flushReports, reportOnset } from "./report.ts";

let isLeading = 0;

/** What its own motor shook, and what its swing still shakes, is no movement; what comes just before a pulse must not delay it. */
const tell = (tMicros: number, readStrength: () => number): void => {
  const shakesMicros = busyUntilMicros - tMicros;
  // A clock set back must not keep it silent for ever.
  if ((shakesMicros > 0 && shakesMicros <= MAX_PULSE_MILLIS * BUSY_PER_PULSE * 1000) || isQuiet()) return;
  reportOnset(tMicros, readStrength());
  flushReports();
};

/** Begins, or no longer, to tell of movement onsets. @returns one of `AckResult` */
export const lead = (isOn: number): number => {
  if (!CAN_LEAD) return AckResult.unknown;
  if (isLeading !== isOn) senseOnsets((isLeading = isOn), tell);
  return AckResult.ok;
};
