import { linearActuator } from "@entrain/boards";

/**
 * What the registers of a DRV2605L must hold for the motor, SLOS854 §8.5 and the register map. This file is evaluated when a
 * bundle is built (build/evaluate.ts): what reaches the band are the numbers.
 */

const { resonanceHz, drivenVoltsRms, clampVolts } = linearActuator;

/** The sampling time of the reset, and the blanking that goes with it. */
const SAMPLE_SECONDS = 300e-6;
const BLANKING_SECONDS = 300e-6;

/** RATED_VOLTAGE, closed loop: V · √(1 − (4 · sampling + blanking) · f) / 20.58 mV. */
export const RATED = Math.round(
  (drivenVoltsRms * Math.sqrt(1 - (4 * SAMPLE_SECONDS + BLANKING_SECONDS) * resonanceHz)) / 20.58e-3,
);
/** OD_CLAMP, closed loop: V / 21.22 mV. */
export const CLAMP = Math.round(clampVolts / 21.22e-3);
const STARTUP_BOOST = 0x80;
/** CONTROL1: with start-up boost, and a first guess of half a period in steps of 0.1 ms from 0.5 ms on. */
export const CONTROL1 = STARTUP_BOOST | Math.round((1 / (2 * resonanceHz) - 0.5e-3) / 0.1e-3);
const OL_LRA_PERIOD = 0x20;
/** For an open loop: a period in steps of 98.46 µs. */
export const OPEN_LOOP_PERIOD: readonly number[] = [OL_LRA_PERIOD, Math.round(1 / resonanceHz / 98.46e-6)];
