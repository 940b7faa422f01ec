import { clockSeconds } from "./natives.ts";

/** 285 years: beyond it a float64 no longer counts single microseconds, and a search among pulses would never end. */
const MAX_TIME_MICROS = 9007199254740992;

/** The band's own time. Exact: a float64 second times an integer. */
export const nowMicros = (): number => clockSeconds() * 1000000;

/** Written so that NaN fails. */
export const isTime = (micros: number): boolean => micros > -MAX_TIME_MICROS && micros < MAX_TIME_MICROS;
