import {
  KX023_ACCEL,
  LSM6DS3TRC_ACCEL,
  LSM6DS3TRC_GYRO,
  MPU6050_ACCEL,
  MPU6050_GYRO,
  type ScaleRow,
} from "@entrain/boards";

/**
 * What the control registers of the chips must hold for a range. This file is evaluated when a bundle is built
 * (build/evaluate.ts): what reaches the band are the numbers.
 */

const codeOf = (rows: readonly ScaleRow[], range: number): number => {
  const row = rows.find((each) => each.range === range);
  if (row === undefined) throw new Error(`expected a range of the chip's table, found ${String(range)}`);
  return row.code;
};

/** FS_XL, bits 3 and 2 of CTRL1_XL; the rate is in the upper half. */
export const lsm6ds3Accel = (rangeG: number): number => codeOf(LSM6DS3TRC_ACCEL, rangeG) << 2;
/** FS_G and FS_125, bits 3 to 1 of CTRL2_G. */
export const lsm6ds3Gyro = (rangeDps: number): number => codeOf(LSM6DS3TRC_GYRO, rangeDps) << 1;
/** AFS_SEL, bits 4 and 3 of ACCEL_CONFIG. */
export const mpu6050Accel = (rangeG: number): number => codeOf(MPU6050_ACCEL, rangeG) << 3;
/** FS_SEL, bits 4 and 3 of GYRO_CONFIG. */
export const mpu6050Gyro = (rangeDps: number): number => codeOf(MPU6050_GYRO, rangeDps) << 3;
/** GSEL, bits 4 and 3 of CNTL1. */
export const kx023Accel = (rangeG: number): number => codeOf(KX023_ACCEL, rangeG) << 3;

const RATE_52_HZ = 0x30;
const RATE_416_HZ = 0x60;
const RATE_833_HZ = 0x70;

const ACCEL_8_G = lsm6ds3Accel(8);
export const LSM6DS3_ACCEL_52_HZ = RATE_52_HZ | ACCEL_8_G;
/** Its tap engine asks for 400 Hz and more (AN5130); the FIFO still takes 52 a second. */
export const LSM6DS3_ACCEL_416_HZ = RATE_416_HZ | ACCEL_8_G;
/** Half the rate is the bandwidth: all of a motor's vibration is in it. */
export const LSM6DS3_ACCEL_833_HZ = RATE_833_HZ | ACCEL_8_G;
export const LSM6DS3_GYRO_52_HZ = RATE_52_HZ | lsm6ds3Gyro(2_000);
export const MPU6050_ACCEL_8_G = mpu6050Accel(8);
export const MPU6050_GYRO_2000_DPS = mpu6050Gyro(2_000);
/** PC1 off, high resolution, tells of new data, feels taps. */
export const KX023_OFF = 0x60 | kx023Accel(4) | 4;
/** On, and its wake-up engine in place of the one for taps. */
export const KX023_WAKE_UP = 0xe0 | kx023Accel(4) | 2;
