/** 285 years: beyond it a float64 no longer counts single microseconds, and a search among pulses would never end. */
export const MAX_TIME_MICROS = 9007199254740992;

/** The band's own time. Exact: a float64 second times an integer. */
export const nowMicros = (): number => getTime() * 1000000;
