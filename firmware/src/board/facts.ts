import { type BoardFacts, banglejs2, xiaoSense, xiaoTap } from "@entrain/boards";

/**
 * What the firmware takes from the boards' data. This file is evaluated when a bundle is built (build/evaluate.ts): what
 * reaches a band are the numbers that it uses.
 */

/** The strongest first: mostly it is the one that is looked for. */
const lagsOf = ({ motor }: BoardFacts): readonly number[] => [...motor.lags].reverse().flat();

export const ACCEL_SCALE_XIAO_G = xiaoSense.imu.accelScaleG;
export const GYRO_SCALE_XIAO_DPS = xiaoSense.imu.gyroScaleDps;
export const LAGS_XIAO_SENSE = lagsOf(xiaoSense);
export const MIN_INTERVAL_XIAO_SENSE_MICROS = xiaoSense.motor.minIntervalMicros;
export const LAGS_XIAO_TAP = lagsOf(xiaoTap);
export const MIN_INTERVAL_XIAO_TAP_MICROS = xiaoTap.motor.minIntervalMicros;
export const ACCEL_SCALE_BANGLEJS2_G = banglejs2.imu.accelScaleG;
export const LAGS_BANGLEJS2 = lagsOf(banglejs2);
export const MIN_INTERVAL_BANGLEJS2_MICROS = banglejs2.motor.minIntervalMicros;
