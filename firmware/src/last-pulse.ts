/**
 * The last pulse, as there will be to tell of it: noted when it begins, told when it is over (`report.ts`). One array, which
 * costs a band less memory than a variable for each.
 */
export const lastPulse = new Float64Array(6);
export const ON = 0;
export const PLANNED = 1;
export const INDEX = 2;
export const REVISION = 3;
export const STRENGTH = 4;
/** 0 = no pulse waits to be told: so it stands there while one is on. */
export const MILLIS = 5;

/** In place of a plan's number for a pulse outside any plan. */
const NO_PLAN = 4294967295;

export const notePulse = (
  onMicros: number,
  plannedMicros: number,
  index: number,
  revision: number,
  strength: number,
): void => {
  lastPulse[MILLIS] = 0;
  lastPulse[ON] = onMicros;
  lastPulse[PLANNED] = plannedMicros;
  lastPulse[INDEX] = index;
  lastPulse[REVISION] = revision;
  lastPulse[STRENGTH] = strength;
};

/** Of a pulse outside any plan. */
export const noteLonePulse = (onMicros: number, strength: number): void => {
  lastPulse[MILLIS] = 0;
  lastPulse[ON] = onMicros;
  lastPulse[PLANNED] = onMicros;
  lastPulse[INDEX] = NO_PLAN;
  lastPulse[REVISION] = 0;
  lastPulse[STRENGTH] = strength;
};
