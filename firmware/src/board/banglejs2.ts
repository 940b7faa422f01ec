import {
  AIR_READINGS,
  BandState,
  BURST_SAMPLES,
  Capability,
  MAX_BURST_SAMPLES,
  MIN_ONSET_INTERVAL_MILLIS,
} from "@entrain/protocol";
import { HAS_AIR, isOnAir, takeAirBlanks, takeAirSums } from "#air";
import { nowMicros } from "../clock.ts";
import { armKx023, hasKx023Woken, KX023_ID, setKx023WakeUp, setKx023Wideband, startKx023 } from "./kx023.ts";
import { ACCEL_SCALE_BANGLEJS2_G, LAGS_BANGLEJS2, MIN_INTERVAL_BANGLEJS2_MICROS } from "./facts.ts";

export const BOARD_ID = "banglejs2";
export const CAPABILITIES =
  Capability.motor | Capability.accelerometer | Capability.button | Capability.light | Capability.movementOnset;
export const CAN_LEAD = true;
export const AXES = 3;
export const ACCEL_SCALE_G = ACCEL_SCALE_BANGLEJS2_G;
/** Espruino hands readings over in g. */
export const AIR_UNIT_G = 1;
export const GYRO_SCALE_DPS = 0;
export const MOTOR_LAGS: readonly number[] = LAGS_BANGLEJS2;
export const MIN_INTERVAL_MICROS = MIN_INTERVAL_BANGLEJS2_MICROS;
export const OFF_PIN: Pin = D19;
export const STRETCHES_PULSES = true;
export const HAS_BUTTON = true;
export const BUTTON_PIN: Pin = D17;
export const BRAKE_MILLIS = 0;

/** An eccentric mass that is driven in full for less than this is not felt at all. */
const SPIN_UP_MILLIS = 62;

/**
 * Strength is made by duration: the timer that ends a pulse sets the pin's level and would not release a PWM, and an
 * eccentric mass that is driven for a shorter time spins up less. Every pulse is a kick-start.
 */
export const drivenMillis = (millis: number, strength: number): number => SPIN_UP_MILLIS + (millis * strength) / 510;

export const driveMotor = (_strength: number): void => {
  digitalWrite(OFF_PIN, 1);
};

/** The timer has done it already; a second hand on the switch. */
export const brakeMotor = (): void => {
  digitalWrite(OFF_PIN, 0);
};

export const startMotor = (_lend: (millis: number) => boolean): number => 0;

/** There is no driver that could. */
export const calibrateDriver = (_lend: (millis: number) => boolean, _onFailure: (status: number) => void): boolean =>
  false;

/** It has a button. */
export const startTaps = (_onDoubleTap: () => void): void => undefined;

/** The screen's backlight: white, and no one else in the room need see it. */
export const setLight = (level: 0 | 1): void => {
  Bangle.setLCDPower(level);
};

const samples = new Int16Array(3 * MAX_BURST_SAMPLES);
const sampleBytes = new Uint8Array(samples.buffer);
let sampleCount = 0;
let tFirstMicros = 0;

/** Between two readings, as `startKx023` asks for them. */
const POLL_MICROS = 20000;
let sumX = 0;
let sumY = 0;
let sumZ = 0;
let summed = 0;

/** Three readings that were whole when the quiet before a pulse began, and how many more threes passed in it. */
let keptX = 0;
let keptY = 0;
let keptZ = 0;
let tKeptMicros = 0;
let passed = 0;

const tellKept = (tMicros: number): void => {
  takeAirSums(keptX, keptY, keptZ, tKeptMicros);
  if (passed > 0) takeAirBlanks(passed, tMicros - 3 * POLL_MICROS);
  tKeptMicros = passed = 0;
};

/** For a bridge: by threes. What the quiet before a pulse holds up is told behind it; what came during it was shaken by it. */
const sumUp = (sample: AccelSample, tMicros: number, isQuiet: () => boolean): void => {
  sumX += sample.x;
  sumY += sample.y;
  sumZ += sample.z;
  summed++;
  if (summed < AIR_READINGS) return;
  const tMiddleMicros = tMicros - POLL_MICROS;
  if (!isQuiet()) {
    if (tKeptMicros > 0) tellKept(tMiddleMicros);
    takeAirSums(sumX, sumY, sumZ, tMiddleMicros);
  } else if (tKeptMicros > 0) passed++;
  else {
    keptX = sumX;
    keptY = sumY;
    keptZ = sumZ;
    tKeptMicros = tMiddleMicros;
  }
  sumX = sumY = sumZ = summed = 0;
};

export const setWideband = setKx023Wideband;

/** While the band leads. */
let onOnset: ((tMicros: number, readStrength: () => number) => void) | undefined;
/** Until then the chip is not asked; 0 = it is ready for the next blow. */
let deafUntilMicros = 0;
/** From the reading before to the last, g. */
let differenceG = 0;

/** As of a force that differs by so much from that of rest. */
const readStrength = (): number => (differenceG + 1) * (differenceG + 1);

export const senseOnsets = (isOn: number, callback: typeof onOnset): void => {
  onOnset = isOn ? callback : undefined;
  setKx023WakeUp(isOn);
};

/** The chip's interrupt pin is not connected in this watch: whoever is given a reading asks whether it has woken since. */
const lookForOnset = (tMicros: number): void => {
  if (!onOnset || tMicros < deafUntilMicros) return;
  if (deafUntilMicros > 0) {
    deafUntilMicros = 0;
    armKx023();
  } else if (hasKx023Woken()) {
    deafUntilMicros = tMicros + MIN_ONSET_INTERVAL_MILLIS * 1000;
    onOnset(tMicros, readStrength);
  }
};

export const startImu = (
  canSend: () => boolean,
  emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
  onWrongChip: (whoAmI: number) => void,
  isQuiet: () => boolean,
): void => {
  const id = startKx023();
  if (id !== KX023_ID) {
    onWrongChip(id);
    return;
  }
  Bangle.on("accel", (sample) => {
    const tMicros = nowMicros();
    differenceG = sample.diff;
    if (HAS_AIR && isOnAir) {
      sumUp(sample, tMicros, isQuiet);
      return;
    }
    if (sampleCount === 0) tFirstMicros = tMicros;
    const at = 3 * sampleCount;
    samples[at] = sample.x * 8192;
    samples[at + 1] = sample.y * 8192;
    samples[at + 2] = sample.z * 8192;
    sampleCount++;
    if (onOnset) lookForOnset(tMicros);
    if (sampleCount < BURST_SAMPLES || (sampleCount < MAX_BURST_SAMPLES && !canSend())) return;
    emit(sampleBytes, sampleCount, tFirstMicros, tMicros);
    sampleCount = 0;
  });
};

export const batteryPercent = (): number => E.getBattery();

/**
 * The watch feeds its own watchdog of 5 s from an interrupt, which would hide an interpreter that hangs; it dozes, and
 * leaves an app whose button is held, sooner than a hold of ours is over.
 */
export const startWatchdog = (): void => {
  Bangle.setOptions({ manualWatchdog: true, powerSave: false, btnLoadTimeout: 6000, lockTimeout: 0 });
  Bangle.setLocked(false);
};

export const HAS_SCREEN = true;

export const startScreen = (onTouch: () => void): void => {
  Bangle.on("touch", onTouch);
  Bangle.on("swipe", onTouch);
};

/** By `BandState`. */
const WORDS = ["resting", "playing", "fading", "stopped", "battery low", "own rhythm"];

/** In words and large: the state, how strong, and what ends it or takes it up again. */
export const show = (state: number, wearerCap: number): void => {
  g.clear(true);
  g.setFont("Vector", 28);
  g.drawString(WORDS[state] as string, 8, 20);
  g.drawString("strength " + Math.floor((wearerCap * 100) / 255), 8, 64);
  g.setFont("Vector", 20);
  g.drawString(state === BandState.stoppedByWearer ? "hold 2 s: go on" : "touch: STOP", 8, 120);
};

export const onText = (callback: (text: string) => void): void => {
  Bluetooth.on("data", callback);
};

export const writeLine = (text: string): void => {
  Bluetooth.write(text, "\n");
};
