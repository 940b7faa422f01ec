import { FRAME_HZ } from "../grid.ts";
import { nearestPeak } from "./lag-peak.ts";

/** Nearer to half a cycle than this, ahead and behind are the same. */
const OPPOSITE_CYCLES = 0.4;

export interface Lead {
  /** Correlation at the peak, [−1, 1]; negative only where the sign of an axis is not known. */
  readonly r: number;
  /** How far the first is ahead, seconds; negative = behind. Absent where they move in opposition. */
  readonly leadS?: number;
}

const opposite = (r: Float64Array): Float64Array => r.map((value) => -value);

/**
 * Lead and lag from a correlation over lags. Where the sign of one's axis is not known, a movement and its mirror image
 * are the same, and the nearest peak of either counts.
 */
export const leadOf = (r: Float64Array, stride: number, tempoHz: number, signKnown: boolean): Lead | undefined => {
  const peak = nearestPeak(r);
  const mirrored = signKnown ? undefined : nearestPeak(opposite(r));
  const isMirrored = mirrored !== undefined && (peak === undefined || Math.abs(mirrored.lag) < Math.abs(peak.lag));
  const found = isMirrored ? { r: -mirrored.r, lag: mirrored.lag } : peak;
  if (found === undefined) return undefined;
  const leadS = (found.lag * stride) / FRAME_HZ;
  return Math.abs(leadS * tempoHz) > OPPOSITE_CYCLES ? { r: found.r } : { r: found.r, leadS };
};
