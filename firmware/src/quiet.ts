import { QUIET_MICROS } from "@entrain/protocol";
import { nowMicros } from "./clock.ts";
import { isMotorOn } from "./motor.ts";

/** Later than any. */
export const NO_PULSE = 1e300;

let nextPulseMicros = NO_PULSE;

/** Whoever waits for a pulse says when it is due, and afterwards that none is. */
export const setNextPulse = (dueMicros: number): void => {
  nextPulseMicros = dueMicros;
};

/**
 * True while work that takes so long may not be begun: before a pulse, which would come late behind it, and during one,
 * for a press that would wait.
 */
export const isQuietFor = (workMicros: number): boolean => isMotorOn || nowMicros() + workMicros > nextPulseMicros;
export const isQuiet = (): boolean => isQuietFor(QUIET_MICROS);
