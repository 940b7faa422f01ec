import { xiaoSenseWiring } from "@entrain/boards";
import { Capability } from "@entrain/protocol";
import { calibrateDrv2605l, setDrive, START_MILLIS, startDrv2605l } from "./drv2605l.ts";
import { LAGS_XIAO_SENSE, MIN_INTERVAL_XIAO_SENSE_MICROS } from "./facts.ts";
import { OFF_PIN, setLight as setModuleLight } from "./xiao.ts";

export * from "./xiao.ts";
export { senseOnsets, setWideband, startImu } from "./xiao-sense-imu.ts";

export const BOARD_ID = "xiao-sense";
export const CAPABILITIES =
  Capability.motor |
  Capability.accelerometer |
  Capability.gyroscope |
  Capability.button |
  Capability.light |
  Capability.movementOnset;
export const CAN_LEAD = true;
export const MOTOR_LAGS: readonly number[] = LAGS_XIAO_SENSE;
export const MIN_INTERVAL_MICROS = MIN_INTERVAL_XIAO_SENSE_MICROS;
export const STRETCHES_PULSES = false;
export const HAS_BUTTON = true;
export const BUTTON_PIN: Pin = D1;
/** A linear actuator is braked within two or three of its periods. */
export const BRAKE_MILLIS = 12;

/** The module's own, and the one on the carrier, which is what shows beneath the window of the case. */
export const setLight = (level: 0 | 1): void => {
  setModuleLight(level);
  digitalWrite(D0, level);
};

const ADDRESS = xiaoSenseWiring.motorAddress;
const bus = new I2C();

export const drivenMillis = (millis: number): number => millis;

export const driveMotor = (strength: number): void => {
  digitalWrite(OFF_PIN, 1);
  setDrive(bus, ADDRESS, strength);
};

export const brakeMotor = (): void => {
  setDrive(bus, ADDRESS, 0);
};

/** More than any status, which is a byte. */
const NO_ANSWER = 256;

/**
 * The chip listens only while it has power, and after a reset it still has the strength of the pulse that was on: what
 * ends a pulse ends this, too. A bus that fails throws, which would end the whole program: no stop, and the prompt open.
 */
export const startMotor = (lend: (millis: number) => boolean): number => {
  let status = NO_ANSWER;
  try {
    bus.setup({ sda: D4, scl: D5, bitrate: 400000 });
    lend(START_MILLIS);
    status = startDrv2605l(bus, ADDRESS);
  } catch {
    // The result says so.
  }
  digitalWrite(OFF_PIN, 0);
  return status;
};

export const calibrateDriver = (lend: (millis: number) => boolean, onFailure: (status: number) => void): boolean =>
  calibrateDrv2605l(bus, ADDRESS, lend, onFailure);

/** It has a button. */
export const startTaps = (_onDoubleTap: () => void): void => undefined;
