import { AckResult, BandState, HEADER_BYTES, Manner, MAX_PULSE_MILLIS, SOFT_STRENGTH } from "@entrain/protocol";
import { hasClockMap, sessionOfBand, setClockMap } from "./clock-map.ts";
import { MAX_TIME_MICROS, nowMicros } from "./clock.ts";
import { calibrate } from "./calibrate.ts";
import { identify } from "./identify.ts";
import { setLag } from "./lag.ts";
import { isMotorBlocked, pulseAlone, setHostCap } from "./motor.ts";
import { readPlan, type Plan } from "./plan.ts";
import { fadeOut, isOwnRhythm, playerState, playFrom, playingRevision, remapPlayer, rest } from "./player.ts";
import { keepSettings, MANNER, settings } from "./settings.ts";
import { isStoppedByWearer } from "./state.ts";
import {
  CALIBRATE,
  CALIBRATE_STEP,
  CAP,
  CAP_STRENGTH,
  CLOCK_MAP,
  CLOCK_MAP_BAND_REF,
  CLOCK_MAP_RATE,
  CLOCK_MAP_SESSION_REF,
  IDENTIFY,
  IDENTIFY_COUNT,
  MANNER_CHANGE,
  MANNER_CHANGE_MANNER,
  PLAN,
  PULSE_NOW,
  PULSE_NOW_EXPIRES,
  PULSE_NOW_MILLIS,
  PULSE_NOW_STRENGTH,
  SET_LAG,
  SET_LAG_MICROS,
  START,
  START_FROM,
  START_REVISION,
  STOP,
  STOP_ALL,
  STOP_FADE_MILLIS,
} from "./wire.ts";

/** A start further away than this is a mistake. */
const HOUR_MICROS = 3600000000;
/** No crystal is off by more than this part (1/n). */
const WORST_SKEW = 1000;

/** The plan that the next start may name. */
let stored: Plan | undefined;
/** It has not been started yet. */
let isStoredNew = false;

/** Written so that NaN fails. */
const isTime = (micros: number): boolean => micros > -MAX_TIME_MICROS && micros < MAX_TIME_MICROS;

const takeClockMap = (view: DataView): number => {
  const rate = view.getFloat64(CLOCK_MAP_RATE, true);
  const off = (rate - 1) * WORST_SKEW;
  const sessionRef = view.getFloat64(CLOCK_MAP_SESSION_REF, true);
  const bandRef = view.getFloat64(CLOCK_MAP_BAND_REF, true);
  if (!(off > -1 && off < 1) || !isTime(sessionRef) || !isTime(bandRef)) return AckResult.badValue;
  setClockMap({ sessionRef, bandRef, bandPerSession: rate, errorMicros: 0 } as never);
  remapPlayer();
  return AckResult.ok;
};

const takePlan = (view: DataView, end: number): number => {
  const plan = readPlan(view, end);
  if (plan === undefined) return AckResult.badValue;
  stored = plan;
  isStoredNew = true;
  return AckResult.ok;
};

const start = (view: DataView): number => {
  if (isStoppedByWearer()) return AckResult.stoppedByWearer;
  // Nobody is led away from a rhythm of their own.
  if (isMotorBlocked() || isOwnRhythm()) return AckResult.withheld;
  const revision = view.getUint32(START_REVISION, true);
  // Said again, it does nothing; a plan that was stored since is another, whatever its number: a host that began anew
  // counts from the beginning.
  if (!isStoredNew && playingRevision() === revision && playerState() === BandState.playing) return AckResult.ok;
  if (stored === undefined || stored.revision !== revision || !hasClockMap()) return AckResult.notReady;
  const fromMicros = view.getFloat64(START_FROM, true);
  const ahead = fromMicros - sessionOfBand(nowMicros());
  if (!(ahead > -HOUR_MICROS * 24 && ahead < HOUR_MICROS)) return AckResult.badValue;
  playFrom(stored, fromMicros);
  isStoredNew = false;
  return AckResult.ok;
};

const pulseNow = (view: DataView): number => {
  if (isStoppedByWearer()) return AckResult.stoppedByWearer;
  if (!hasClockMap()) return AckResult.notReady;
  if (!(sessionOfBand(nowMicros()) <= view.getFloat64(PULSE_NOW_EXPIRES, true))) return AckResult.tooLate;
  const millis = view.getUint16(PULSE_NOW_MILLIS, true);
  const strength = view.getUint8(PULSE_NOW_STRENGTH);
  if (millis > MAX_PULSE_MILLIS) return AckResult.badValue;
  return pulseAlone(millis, strength < SOFT_STRENGTH ? strength : SOFT_STRENGTH) > 0
    ? AckResult.ok
    : AckResult.withheld;
};

/** A host may only ask for a gentler manner than there is. */
const changeManner = (manner: number): number => {
  if (manner > Manner.light) return AckResult.badValue;
  if (manner < (settings[MANNER] as number)) return AckResult.withheld;
  settings[MANNER] = manner;
  keepSettings();
  return AckResult.ok;
};

/** Carries out one command. @returns its result, one of `AckResult` */
export const carryOut = (type: number, view: DataView, payloadBytes: number): number => {
  switch (type) {
    case STOP_ALL:
      rest(false);
      return AckResult.ok;
    case STOP:
      fadeOut(view.getUint16(STOP_FADE_MILLIS, true) * 1000);
      return AckResult.ok;
    case CLOCK_MAP:
      return takeClockMap(view);
    case PLAN:
      return takePlan(view, HEADER_BYTES + payloadBytes);
    case START:
      return start(view);
    case PULSE_NOW:
      return pulseNow(view);
    case CAP:
      setHostCap(view.getUint8(CAP_STRENGTH));
      return AckResult.ok;
    case IDENTIFY:
      return identify(view.getUint8(IDENTIFY_COUNT)) ? AckResult.ok : AckResult.badValue;
    case SET_LAG:
      return setLag(view.getUint32(SET_LAG_MICROS, true)) ? AckResult.ok : AckResult.badValue;
    case CALIBRATE:
      return calibrate(view.getUint8(CALIBRATE_STEP));
    case MANNER_CHANGE:
      return changeManner(view.getUint8(MANNER_CHANGE_MANNER));
    default:
      return AckResult.unknown;
  }
};
