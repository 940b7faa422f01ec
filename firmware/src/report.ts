import { nowMicros } from "./clock.ts";
import { sendUnasked, sent, upTo } from "./credit.ts";
import { frame16, frame32, frame8, frameF64 } from "./frame.ts";
import { INDEX, lastPulse, MILLIS, ON, PLANNED, REVISION, STRENGTH } from "./last-pulse.ts";
import {
  ERROR,
  ERROR_CODE,
  ERROR_DETAIL_U32,
  ERROR_END,
  ERROR_T_F64,
  PULSE_INDEX_U32,
  PULSE_MILLIS_U16,
  PULSE_ON_F64,
  PULSE_PLANNED_F64,
  PULSE_PLAYED,
  PULSE_PLAYED_END,
  PULSE_REVISION_U32,
  PULSE_STRENGTH,
  WEARER_ACTION,
  WEARER_CAP,
  WEARER_EVENT,
  WEARER_EVENT_END,
  WEARER_T_F64,
} from "./wire.ts";

/**
 * What must not be forgotten for want of credit: the last thing that the wearer did, the last error and the last pulse
 * wait for it. (A host that does not know of a pulse takes its shaking for the wearer's.)
 */

/** Something waits. */
export let isReportDue = false;

let wearerAction = 0;
let wearerMicros = 0;
let wearerCap = 0;
let errorCode = 0;
let errorDetail = 0;
let errorMicros = 0;
const sendWearer = (): void => {
  frameF64[WEARER_T_F64] = wearerMicros;
  frame8[WEARER_ACTION] = wearerAction;
  frame8[WEARER_CAP] = wearerCap;
  wearerAction = 0;
  sendUnasked(WEARER_EVENT, WEARER_EVENT_END);
};

const sendError = (): void => {
  frameF64[ERROR_T_F64] = errorMicros;
  frame32[ERROR_DETAIL_U32] = errorDetail;
  frame8[ERROR_CODE] = errorCode;
  errorCode = 0;
  sendUnasked(ERROR, ERROR_END);
};

const sendPulse = (): void => {
  frameF64[PULSE_ON_F64] = lastPulse[ON] as number;
  frameF64[PULSE_PLANNED_F64] = lastPulse[PLANNED] as number;
  frame32[PULSE_INDEX_U32] = lastPulse[INDEX] as number;
  frame32[PULSE_REVISION_U32] = lastPulse[REVISION] as number;
  frame16[PULSE_MILLIS_U16] = lastPulse[MILLIS] as number;
  frame8[PULSE_STRENGTH] = lastPulse[STRENGTH] as number;
  lastPulse[MILLIS] = 0;
  sendUnasked(PULSE_PLAYED, PULSE_PLAYED_END);
};

/** Sends what waits, as far as credit goes. */
export const flushReports = (): void => {
  if (wearerAction && sent < upTo) sendWearer();
  if (errorCode && sent < upTo) sendError();
  if (lastPulse[MILLIS] && sent < upTo) sendPulse();
  isReportDue = !!(wearerAction || errorCode || lastPulse[MILLIS]);
};

/** The pulse that was begun last is over. @param millis - for how long it was on */
export const reportPulse = (millis: number): void => {
  lastPulse[MILLIS] = millis;
  isReportDue = true;
};

/** @param tMicros - when it happened, by the band's clock */
export const reportWearer = (action: number, cap: number, tMicros: number): void => {
  wearerAction = action;
  wearerCap = cap;
  wearerMicros = tMicros;
  isReportDue = true;
};

export const reportError = (code: number, detail: number): void => {
  errorCode = code;
  errorDetail = detail;
  errorMicros = nowMicros();
  isReportDue = true;
};
