import { FRAME_HZ } from "../grid.ts";

/** Lags on either side of 0. */
export const LAG_REACH = 12;
export const LAGS = 2 * LAG_REACH + 1;
const MOST_STRIDE = 32;
/** A peak at half a period must still have a neighbour beyond it. */
const MARGIN = 1.15;

/**
 * Frames between neighbouring lags, a power of two: fine enough for a parabola (12 or more lags a cycle), and far enough
 * that half a cycle of the slower of two is within reach.
 *
 * @param tempoHz of the slower one
 */
export const lagStride = (tempoHz: number): number => {
  const wanted = (MARGIN * FRAME_HZ) / (2 * tempoHz * LAG_REACH);
  let stride = 1;
  while (stride < wanted && stride < MOST_STRIDE) stride *= 2;
  return stride;
};
