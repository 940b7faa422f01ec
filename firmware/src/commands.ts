import { AckResult, BandState, Manner, MAX_PULSE_MILLIS, SOFT_STRENGTH } from "@entrain/protocol";
import { calibrate } from "./calibrate.ts";
import { clockMap, sessionOfBand, setClockMap } from "./clock-map.ts";
import { isTime, nowMicros } from "./clock.ts";
import { frame16, frame32, frame8, frameF64 } from "./frame.ts";
import { identify } from "./identify.ts";
import { setLag } from "./lag.ts";
import { isMotorBlocked, pulseAlone, setHostCap } from "./motor.ts";
import { lead } from "./onset.ts";
import type { Plan } from "./plan.ts";
import { fadeOut, isOwnRhythm, playerState, playFrom, playingRevision, remapPlayer, rest } from "./player.ts";
import { readPlan } from "./read-plan.ts";
import { keepSettings, MANNER, settings } from "./settings.ts";
import { isStoppedByWearer } from "./state.ts";
import {
  CALIBRATE,
  CALIBRATE_STEP,
  CAP,
  CAP_STRENGTH,
  CLOCK_MAP,
  CLOCK_MAP_BAND_REF_F64,
  CLOCK_MAP_RATE_F64,
  CLOCK_MAP_SESSION_REF_F64,
  IDENTIFY,
  IDENTIFY_COUNT,
  LEAD,
  LEAD_IS_ON,
  MANNER_CHANGE,
  MANNER_CHANGE_MANNER,
  PLAN,
  PULSE_NOW,
  PULSE_NOW_EXPIRES_F64,
  PULSE_NOW_MILLIS_U16,
  PULSE_NOW_STRENGTH,
  SET_LAG,
  SET_LAG_MICROS_U32,
  START,
  START_FROM_F64,
  START_REVISION_U32,
  STOP,
  STOP_ALL,
  STOP_FADE_MILLIS_U16,
} from "./wire.ts";

/** A start further away than this is a mistake. */
const HOUR_MICROS = 3600000000;
/** No crystal is off by more than this part (1/n). */
const WORST_SKEW = 1000;

/** The plan that the next start may name. */
let stored: Plan | undefined;
/** It has not been started yet. */
let isStoredNew = false;

const takeClockMap = (): number => {
  const rate = frameF64[CLOCK_MAP_RATE_F64] as number;
  const off = (rate - 1) * WORST_SKEW;
  const sessionRef = frameF64[CLOCK_MAP_SESSION_REF_F64] as number;
  const bandRef = frameF64[CLOCK_MAP_BAND_REF_F64] as number;
  if (!(off > -1 && off < 1) || !isTime(sessionRef) || !isTime(bandRef)) return AckResult.badValue;
  setClockMap({ sessionRef, bandRef, bandPerSession: rate, errorMicros: 0 } as never);
  remapPlayer();
  return AckResult.ok;
};

const takePlan = (): number => {
  const plan = readPlan();
  if (!plan) return AckResult.badValue;
  stored = plan;
  isStoredNew = true;
  return AckResult.ok;
};

const start = (): number => {
  if (isStoppedByWearer) return AckResult.stoppedByWearer;
  // Nobody is led away from a rhythm of their own.
  if (isMotorBlocked || isOwnRhythm) return AckResult.withheld;
  const revision = frame32[START_REVISION_U32] as number;
  // Said again, it does nothing; a plan that was stored since is another, whatever its number: a host that began anew
  // counts from the beginning.
  if (!isStoredNew && playingRevision() === revision && playerState() === BandState.playing) return AckResult.ok;
  if (!stored || stored.revision !== revision || !clockMap) return AckResult.notReady;
  const fromMicros = frameF64[START_FROM_F64] as number;
  const ahead = fromMicros - sessionOfBand(nowMicros());
  if (!(ahead > -HOUR_MICROS * 24 && ahead < HOUR_MICROS)) return AckResult.badValue;
  playFrom(stored, fromMicros);
  isStoredNew = false;
  return AckResult.ok;
};

const pulseNow = (): number => {
  if (isStoppedByWearer) return AckResult.stoppedByWearer;
  if (!clockMap) return AckResult.notReady;
  if (!(sessionOfBand(nowMicros()) <= (frameF64[PULSE_NOW_EXPIRES_F64] as number))) return AckResult.tooLate;
  const millis = frame16[PULSE_NOW_MILLIS_U16] as number;
  const strength = frame8[PULSE_NOW_STRENGTH] as number;
  if (millis > MAX_PULSE_MILLIS) return AckResult.badValue;
  return pulseAlone(millis, strength < SOFT_STRENGTH ? strength : SOFT_STRENGTH) > 0
    ? AckResult.ok
    : AckResult.withheld;
};

/** A host may only ask for a gentler manner than there is. */
const changeManner = (): number => {
  const manner = frame8[MANNER_CHANGE_MANNER] as number;
  if (manner > Manner.light) return AckResult.badValue;
  if (manner < (settings[MANNER] as number)) return AckResult.withheld;
  settings[MANNER] = manner;
  keepSettings();
  return AckResult.ok;
};

/** By type, what carries out a command and gives its result, one of `AckResult`. */
export const COMMANDS: (() => number)[] = [];
COMMANDS[STOP_ALL] = () => {
  rest(false);
  return AckResult.ok;
};
COMMANDS[STOP] = () => {
  fadeOut((frame16[STOP_FADE_MILLIS_U16] as number) * 1000);
  return AckResult.ok;
};
COMMANDS[CLOCK_MAP] = takeClockMap;
COMMANDS[PLAN] = takePlan;
COMMANDS[START] = start;
COMMANDS[PULSE_NOW] = pulseNow;
COMMANDS[CAP] = () => {
  setHostCap(frame8[CAP_STRENGTH] as number);
  return AckResult.ok;
};
COMMANDS[IDENTIFY] = () => (identify(frame8[IDENTIFY_COUNT] as number) ? AckResult.ok : AckResult.badValue);
COMMANDS[SET_LAG] = () => (setLag(frame32[SET_LAG_MICROS_U32] as number) ? AckResult.ok : AckResult.badValue);
COMMANDS[CALIBRATE] = () => calibrate(frame8[CALIBRATE_STEP] as number);
COMMANDS[MANNER_CHANGE] = changeManner;
COMMANDS[LEAD] = () => lead(frame8[LEAD_IS_ON] as number);
