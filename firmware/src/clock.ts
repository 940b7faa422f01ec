/** The band's own time. Exact: a float64 second times an integer. */
export const nowMicros = (): number => getTime() * 1000000;
