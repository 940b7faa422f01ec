/** Frames (phasors, states, scores) a second. Twice the Nyquist rate of a 4 Hz band, three times over. */
export const FRAME_HZ = 25;
export const FRAME_MICROS = 1_000_000 / FRAME_HZ;

/** Cells a second: each is the mean of the acceleration over its 20 ms, which is the first anti-alias filter. */
const CELL_HZ = 50;
export const CELL_MICROS = 1_000_000 / CELL_HZ;

/** The movement band. */
export const BAND_LOW_HZ = 0.05;
export const BAND_HIGH_HZ = 4;
