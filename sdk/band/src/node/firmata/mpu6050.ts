// InvenSense RM-MPU-6000A-00, MPU-6000 and MPU-6050 register map and descriptions, revision 4.2

import { BandError } from "../../errors.ts";
import type { I2cBus, I2cReading } from "./i2c-bus.ts";

const ADDRESS = 0x68;
const CONFIG = 0x1a;
const GYRO_CONFIG = 0x1b;
const ACCEL_CONFIG = 0x1c;
const ACCEL_XOUT_H = 0x3b;
const PWR_MGMT_1 = 0x6b;
const WHO_AM_I = 0x75;

const IDENTITY = 0x68;
/** Awake, on the clock of the x gyroscope. */
const AWAKE = 0x01;
/** 44 Hz for acceleration and 42 Hz for rotation: below half of the highest sampling rate. */
const LOW_PASS_44_HZ = 0x03;
const RANGE_2000_DPS = 0x18;
const RANGE_8_G = 0x10;

const STEPS_PER_G = 4_096;
const STEPS_PER_DPS = 16.4;
/** Acceleration, temperature, rotation: seven words of two bytes. */
const DATA_BYTES = 14;
const GYRO_AT = 8;

const hex = (bytes: readonly number[]): string =>
  bytes.map((byte) => `0x${byte.toString(16).padStart(2, "0")}`).join(" ");

const expectBytes = (reading: I2cReading, expected: readonly number[], what: string): void => {
  const found = reading === undefined ? "nothing" : hex(reading);
  if (found === hex(expected)) return;
  throw new BandError(
    "not-a-band",
    `expected an MPU6050 at I2C address ${hex([ADDRESS])} with ${what} ${hex(expected)}, found ${found}`,
  );
};

/**
 * Wakes the sensor at ±8 g and ±2000 deg/s, and sees that it took that.
 *
 * @throws BandError `not-a-band` where another chip answers, or none
 */
export const startMpu6050 = async (bus: I2cBus): Promise<void> => {
  expectBytes(await bus.read(ADDRESS, WHO_AM_I, 1), [IDENTITY], "WHO_AM_I");
  bus.write(ADDRESS, PWR_MGMT_1, AWAKE);
  const settings = [LOW_PASS_44_HZ, RANGE_2000_DPS, RANGE_8_G];
  bus.write(ADDRESS, CONFIG, LOW_PASS_44_HZ);
  bus.write(ADDRESS, GYRO_CONFIG, RANGE_2000_DPS);
  bus.write(ADDRESS, ACCEL_CONFIG, RANGE_8_G);
  expectBytes(await bus.read(ADDRESS, CONFIG, settings.length), settings, "settings");
};

const axesAt = (bytes: readonly number[], at: number, stepsPerUnit: number): Float64Array => {
  const words = new DataView(Uint8Array.from(bytes).buffer);
  return Float64Array.from([0, 2, 4], (axis) => words.getInt16(at + axis) / stepsPerUnit);
};

export interface Mpu6050Sample {
  readonly accelG: Float64Array;
  readonly gyroDps: Float64Array;
}

/** Hears every reading from now on; undefined for one that failed. */
export const readMpu6050 = (bus: I2cBus, listener: (sample: Mpu6050Sample | undefined) => void): void => {
  bus.readOn(ADDRESS, ACCEL_XOUT_H, DATA_BYTES, (bytes) => {
    listener(bytes && { accelG: axesAt(bytes, 0, STEPS_PER_G), gyroDps: axesAt(bytes, GYRO_AT, STEPS_PER_DPS) });
  });
};
