import { nowMicros } from "./clock.ts";
import { isMotorOn } from "./motor.ts";

/** No pulse is being waited for. */
export const NEVER_QUIET = 1e300;

let quietFromMicros = NEVER_QUIET;

/** Whoever waits for a pulse says from when on nothing else may run. */
export const setQuietFrom = (tMicros: number): void => {
  quietFromMicros = tMicros;
};

/** True while nothing else may run: before a pulse, for its time, and during it, for a press that would wait behind. */
export const isQuiet = (): boolean => isMotorOn || nowMicros() > quietFromMicros;
