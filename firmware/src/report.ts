import { nowMicros } from "./clock.ts";
import { takeCredit } from "./credit.ts";
import { out16, out32, out8, outF64, send } from "./frame-out.ts";
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

let wearerAction = 0;
let wearerMicros = 0;
let wearerCap = 0;
let errorCode = 0;
let errorDetail = 0;
let errorMicros = 0;
/** 0 = no pulse waits. */
let pulseMillis = 0;
let pulseOnMicros = 0;
let pulsePlannedMicros = 0;
let pulseIndex = 0;
let pulseRevision = 0;
let pulseStrength = 0;

/** Sends what waits, as far as credit goes. */
export const flushReports = (): void => {
  if (wearerAction && takeCredit()) {
    outF64[WEARER_T_F64] = wearerMicros;
    out8[WEARER_ACTION] = wearerAction;
    out8[WEARER_CAP] = wearerCap;
    wearerAction = 0;
    send(WEARER_EVENT, WEARER_EVENT_END);
  }
  if (errorCode && takeCredit()) {
    outF64[ERROR_T_F64] = errorMicros;
    out32[ERROR_DETAIL_U32] = errorDetail;
    out8[ERROR_CODE] = errorCode;
    errorCode = 0;
    send(ERROR, ERROR_END);
  }
  if (pulseMillis && takeCredit()) {
    outF64[PULSE_ON_F64] = pulseOnMicros;
    outF64[PULSE_PLANNED_F64] = pulsePlannedMicros;
    out32[PULSE_INDEX_U32] = pulseIndex;
    out32[PULSE_REVISION_U32] = pulseRevision;
    out16[PULSE_MILLIS_U16] = pulseMillis;
    out8[PULSE_STRENGTH] = pulseStrength;
    pulseMillis = 0;
    send(PULSE_PLAYED, PULSE_PLAYED_END);
  }
};

export const reportPulse = (
  onMicros: number,
  plannedMicros: number,
  index: number,
  revision: number,
  millis: number,
  strength: number,
): void => {
  pulseOnMicros = onMicros;
  pulsePlannedMicros = plannedMicros;
  pulseIndex = index;
  pulseRevision = revision;
  pulseMillis = millis;
  pulseStrength = strength;
};

/** @param tMicros - when it happened, by the band's clock */
export const reportWearer = (action: number, cap: number, tMicros: number): void => {
  wearerAction = action;
  wearerCap = cap;
  wearerMicros = tMicros;
};

export const reportError = (code: number, detail: number): void => {
  errorCode = code;
  errorDetail = detail;
  errorMicros = nowMicros();
};
