import { SEGMENT_NUMBERS, segmentMicros, type TempoSegments } from "./tempo-map.ts";
import type { BeatPosition } from "./units.ts";

/** The x at which {@link segmentMicros} reaches `micros`: the root of the quadratic that does not cancel. */
const beatInSegment = (period: number, step: number, micros: number): number =>
  (2 * micros) / (period + Math.sqrt(Math.max(0, period * period + 2 * step * micros)));

/**
 * The beat position at a time: the inverse of `microsOfBeat`. For hosts only: it needs a square root.
 *
 * @param micros - µs from beat 0
 */
export const beatAtMicros = (segments: TempoSegments, micros: number): BeatPosition => {
  let beat = 0;
  let left = micros;
  let last = 0;
  for (let i = 0; i < segments.length; i += SEGMENT_NUMBERS) {
    const beats = segments[i] as number;
    const period = segments[i + 1] as number;
    const step = segments[i + 2] as number;
    if (left < 0) return beat + left / period;
    const length = segmentMicros(period, step, beats);
    if (beats === 0 || left <= length) return beat + beatInSegment(period, step, left);
    left -= length;
    last = period + step * beats;
    beat += beats;
  }
  return last > 0 ? beat + left / last : beat;
};
