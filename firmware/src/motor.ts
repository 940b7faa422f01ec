import {
  bookPulse,
  BUSY_PER_PULSE,
  createDutyLedger,
  Manner,
  MAX_PULSE_MILLIS,
  MIN_FLASH_MICROS,
  QUIET_STRENGTH,
} from "@entrain/protocol";
import { BRAKE_MILLIS, brakeMotor, BUTTON_PIN, drivenMillis, driveMotor, HAS_BUTTON, OFF_PIN, setLight } from "#board";
import { nowMicros } from "./clock.ts";
import { noteLonePulse } from "./last-pulse.ts";
import { flushReports, reportPulse } from "./report.ts";
import { MANNER, settings } from "./settings.ts";

/**
 * The one door to the motor. Every pulse passes {@link pulseMotor}, which arms a hardware timer to switch the motor off
 * before it switches it on: from then on no JavaScript has to run for the motor to stop.
 */

const timers = espruinoRequire("timer");
/** What ends a pulse; the timer takes a copy. */
const off = { type: "SET", pin: OFF_PIN, value: 0, time: 0 } as const as {
  type: "SET";
  pin: Pin;
  value: 0;
  time: number;
};
const ledger = createDutyLedger();
/** No pulse before this; until then, too, it shakes what it sits on. */
export let busyUntilMicros = 0;
/** While blocked (wearer's stop, empty battery) nothing gets through. */
export let isMotorBlocked = false;
let wearerCap = 255;
let hostCap = 255;
export let pulsesWithheld = 0;
/** From the command until somebody has made sure that it is off: while it is, no other work is begun. */
export let isMotorOn = false;
let isLit = false;
/** When it was last switched on. */
export let tOnMicros = 0;
let onOver = (): void => undefined;

const darken = (): void => {
  setLight(0);
  isLit = false;
};

export const motorOff = (): void => {
  digitalWrite(OFF_PIN, 0);
  isMotorOn = false;
  if (isLit) darken();
};

/** The end of a pulse that ran its time. The timer has ended it, or does so when it has been braked. */
export const endPulse = (): void => {
  brakeMotor();
  isMotorOn = false;
  if (isLit) darken();
};

/** What is called after a pulse that stood alone: what waited may go on. */
export const whenPulseOver = (callback: () => void): void => {
  onOver = callback;
};

export const blockMotor = (block: boolean): void => {
  if (block) motorOff();
  isMotorBlocked = block;
};

/** What the wearer allows, by the dimmer and by the quiet manner. */
export const wearerCapNow = (): number =>
  settings[MANNER] === Manner.quiet && wearerCap > QUIET_STRENGTH ? QUIET_STRENGTH : wearerCap;
export const setWearerCap = (strength: number): void => {
  wearerCap = strength;
};
/** Only ever lowers what the wearer set: both limits hold. */
export const setHostCap = (strength: number): void => {
  hostCap = strength;
};
/** @returns the strength that every cap allows */
export const cappedStrength = (strength: number): number => {
  let cap = wearerCapNow();
  if (hostCap < cap) cap = hostCap;
  return strength < cap ? strength : cap;
};

/** Arms the timer that ends what comes next, if the duty limit leaves room for it. */
const armOff = (tMicros: number, millis: number): boolean => {
  off.time = millis;
  if (bookPulse(ledger, tMicros, millis) && timers.add(off) >= 0) return true;
  pulsesWithheld++;
  return false;
};

/**
 * Plays one pulse now, within the envelope.
 *
 * @param mostMillis - a board whose motor needs longer to spin up may stretch the pulse to this
 * @returns after how many milliseconds it is to be ended, if the timer has not done it by then; 0 = it does not play
 */
export const pulseMotor = (millis: number, strength: number, mostMillis: number): number => {
  const tMicros = nowMicros();
  const allowed = cappedStrength(strength);
  // Written so that NaN fails.
  if (isMotorBlocked || !(allowed >= 1) || !(millis >= 1)) return 0;
  // A clock set back must not keep the motor waiting for ever.
  if (tMicros < busyUntilMicros && busyUntilMicros - tMicros <= MAX_PULSE_MILLIS * BUSY_PER_PULSE * 1000) return 0;
  if (settings[MANNER] === Manner.light) {
    busyUntilMicros = tMicros + MIN_FLASH_MICROS;
    isLit = true;
    tOnMicros = tMicros;
    setLight(1);
    return millis < MAX_PULSE_MILLIS ? millis : MAX_PULSE_MILLIS;
  }
  let onMillis = drivenMillis(millis, allowed);
  if (onMillis > millis && onMillis > mostMillis) onMillis = mostMillis > millis ? mostMillis : millis;
  if (onMillis > MAX_PULSE_MILLIS) onMillis = MAX_PULSE_MILLIS;
  if (!armOff(tMicros, onMillis)) return 0;
  busyUntilMicros = tMicros + onMillis * BUSY_PER_PULSE * 1000;
  // Asked last: a press that still waits its turn behind all this keeps the motor from going on.
  if (HAS_BUTTON && digitalRead(BUTTON_PIN)) return 0;
  isMotorOn = true;
  driveMotor(allowed);
  tOnMicros = nowMicros();
  // What is long enough is braked at its end, which is a part of it.
  return onMillis > BUSY_PER_PULSE * BRAKE_MILLIS ? onMillis - BRAKE_MILLIS : onMillis;
};

/** The same for a pulse outside any plan, whose end nobody else waits for. */
export const pulseAlone = (millis: number, strength: number): number => {
  const onMillis = pulseMotor(millis, strength, MAX_PULSE_MILLIS);
  if (onMillis > 0) {
    noteLonePulse(tOnMicros, strength);
    setTimeout(() => {
      endPulse();
      reportPulse(onMillis);
      flushReports();
      onOver();
    }, onMillis + 2);
  }
  return onMillis;
};

/** A driver is given power for so long, to be set up or to find out about its motor. */
export const lendMotor = (millis: number): boolean => {
  const tMicros = nowMicros();
  if (isMotorBlocked || isMotorOn || !armOff(tMicros, millis)) return false;
  busyUntilMicros = tMicros + millis * 1000;
  digitalWrite(OFF_PIN, 1);
  return true;
};
