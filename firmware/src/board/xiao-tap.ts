import { Capability } from "@entrain/protocol";
import { driveErm } from "./erm.ts";
import { LAGS_XIAO_TAP, MIN_INTERVAL_XIAO_TAP_MICROS } from "./facts.ts";
import { OFF_PIN } from "./xiao.ts";

export * from "./xiao.ts";
export { setWideband, startImu, startTaps } from "./xiao-tap-imu.ts";

export const BOARD_ID = "xiao-tap";
export const CAPABILITIES =
  Capability.motor | Capability.accelerometer | Capability.gyroscope | Capability.light | Capability.doubleTap;
export const MOTOR_LAGS: readonly number[] = LAGS_XIAO_TAP;
export const MIN_INTERVAL_MICROS = MIN_INTERVAL_XIAO_TAP_MICROS;
export const STRETCHES_PULSES = true;
export const HAS_BUTTON = false;
/** There is none; never read. */
export const BUTTON_PIN: Pin = D1;
export const BRAKE_MILLIS = 0;
/** The chip's interrupt is taken by double taps, on which the wearer's stop depends. */
export const CAN_LEAD = false;
export const senseOnsets = (_isOn: number, _onOnset: (tMicros: number, readStrength: () => number) => void): void =>
  undefined;

/** The lower transistor. */
const PWM_PIN: Pin = D3;
/** Less is not felt at all: the mass has only begun to turn. */
const SPIN_UP_MILLIS = 72;

export const drivenMillis = (millis: number): number => (millis < SPIN_UP_MILLIS ? SPIN_UP_MILLIS : millis);

export const driveMotor = (strength: number): void => {
  driveErm(OFF_PIN, PWM_PIN, strength);
};

/** The timer has done it already; a second hand on the switch. */
export const brakeMotor = (): void => {
  digitalWrite(OFF_PIN, 0);
};

export const startMotor = (_lend: (millis: number) => boolean): number => 0;

/** There is no driver that could. */
export const calibrateDriver = (_lend: (millis: number) => boolean, _onFailure: (status: number) => void): boolean =>
  false;
