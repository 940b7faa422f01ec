import { AckResult, BUSY_PER_PULSE, MAX_PULSE_MILLIS } from "@entrain/protocol";
import { CAN_LEAD, senseOnsets } from "#board";
import { sendUnasked, sent, upTo } from "./credit.ts";
import { frame8, frameF64 } from "./frame.ts";
import { busyUntilMicros } from "./motor.ts";
import { isQuietFor } from "./quiet.ts";
import { ONSET, ONSET_END, ONSET_STRENGTH, ONSET_T_F64 } from "./wire.ts";

/** What telling of an onset takes: it must be over before a pulse. */
const TELL_MICROS = 10000;

let isLeading = 0;

/** What its own motor shook, and what its swing still shakes, is no movement. What cannot be told now is not told later. */
const tell = (tMicros: number, readStrength: () => number): void => {
  const shakesMicros = busyUntilMicros - tMicros;
  // A clock set back must not keep it silent for ever.
  if (shakesMicros > 0 && shakesMicros <= MAX_PULSE_MILLIS * BUSY_PER_PULSE * 1000) return;
  if (sent >= upTo || isQuietFor(TELL_MICROS)) return;
  const strength = readStrength();
  frameF64[ONSET_T_F64] = tMicros;
  frame8[ONSET_STRENGTH] = strength < 255 ? strength : 255;
  sendUnasked(ONSET, ONSET_END);
};

/** Begins, or no longer, to tell of movement onsets. @returns one of `AckResult` */
export const lead = (isOn: number): number => {
  if (!CAN_LEAD) return AckResult.unknown;
  if (isOn > 1) return AckResult.badValue;
  if (isLeading !== isOn) senseOnsets((isLeading = isOn), tell);
  return AckResult.ok;
};
