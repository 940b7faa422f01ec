import { bookPulse, createDutyLedger, MAX_PULSE_MILLIS } from "@entrain/protocol";
import { BUTTON_PIN, drivenMillis, driveMotor, OFF_PIN } from "#board";
import { nowMicros } from "./clock.ts";

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
/** After a pulse the motor is left alone for twice as long as it was on: pulses back to back are one long pulse. */
const BUSY_PER_PULSE = 3;
/** No pulse before this. */
let busyUntilMicros = 0;
/** While blocked (wearer's stop, empty battery) nothing gets through. */
export let isMotorBlocked = false;
export let wearerCap = 255;
let hostCap = 255;
export let pulsesWithheld = 0;
/** From the command until somebody has made sure that it is off: while it is, no other work is begun. */
export let isMotorOn = false;
let onOver = (): void => undefined;

export const motorOff = (): void => {
  digitalWrite(OFF_PIN, 0);
  isMotorOn = false;
};

/** What is called after a pulse that stood alone: what waited may go on. */
export const whenPulseOver = (callback: () => void): void => {
  onOver = callback;
};

export const blockMotor = (block: boolean): void => {
  if (block) motorOff();
  isMotorBlocked = block;
};

export const setWearerCap = (strength: number): void => {
  wearerCap = strength;
};
/** Only ever lowers what the wearer set: both limits hold. */
export const setHostCap = (strength: number): void => {
  hostCap = strength;
};
/** @returns the strength that every cap allows */
export const cappedStrength = (strength: number): number => {
  const cap = wearerCap < hostCap ? wearerCap : hostCap;
  return strength < cap ? strength : cap;
};

/** Plays one pulse now, within the envelope. @returns for how many milliseconds; 0 = not at all */
export const pulseMotor = (millis: number, strength: number): number => {
  const tMicros = nowMicros();
  const allowed = cappedStrength(strength);
  // Written so that NaN fails.
  if (isMotorBlocked || !(allowed >= 1) || !(millis >= 1)) return 0;
  // A clock set back must not keep the motor waiting for ever.
  if (tMicros < busyUntilMicros && busyUntilMicros - tMicros <= MAX_PULSE_MILLIS * BUSY_PER_PULSE * 1000) return 0;
  let onMillis = drivenMillis(millis, allowed);
  if (onMillis > MAX_PULSE_MILLIS) onMillis = MAX_PULSE_MILLIS;
  off.time = onMillis;
  if (!bookPulse(ledger, tMicros, onMillis) || timers.add(off) < 0) {
    pulsesWithheld++;
    return 0;
  }
  busyUntilMicros = tMicros + onMillis * BUSY_PER_PULSE * 1000;
  // Asked last: a press that still waits its turn behind all this keeps the motor from going on.
  if (digitalRead(BUTTON_PIN)) return 0;
  isMotorOn = true;
  driveMotor(allowed);
  return onMillis;
};

/** The same for a pulse outside any plan, whose end nobody else waits for. */
export const pulseAlone = (millis: number, strength: number): number => {
  const onMillis = pulseMotor(millis, strength);
  if (onMillis > 0) {
    setTimeout(() => {
      motorOff(); // a second hand on the switch; the timer has done it already
      onOver();
    }, onMillis + 2);
  }
  return onMillis;
};
