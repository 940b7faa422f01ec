import type { BeatPosition } from "./units.ts";

/**
 * A tempo map: flat triples (beats, periodMicros, periodStepMicros), one a segment. Within a segment the beat period is
 * linear in the beat index, p(x) = periodMicros + periodStepMicros · x, so the time of a beat needs only + − × and a
 * half, all of them exact on the small interpreters that run this (their square root and most decimal literals are
 * not). `beats` 0 in the last triple means that it holds for ever.
 */
export type TempoSegments = ArrayLike<number>;

/** Numbers in one segment. */
export const SEGMENT_NUMBERS = 3;

/**
 * Time from the start of a segment to its beat x, in µs: p·x + d·x²/2.
 *
 * @param x - beats into the segment, fractions allowed
 */
export const segmentMicros = (periodMicros: number, periodStepMicros: number, x: number): number =>
  x * (periodMicros + periodStepMicros * x * 0.5);

/**
 * Time of a beat from beat 0, in µs; before beat 0 the first period is continued backwards, after the last segment its
 * final period forwards.
 *
 * @example
 * ```ts
 * microsOfBeat([0, 600_000, 0], 3) === 1_800_000; // 100 beats a minute, for ever
 * microsOfBeat([4, 600_000, -25_000, 0, 500_000, 0], 5) === 2_700_000; // four beats of quickening, then one at 120
 * ```
 */
export const microsOfBeat = (segments: TempoSegments, beat: BeatPosition): number => {
  let micros = 0;
  let left = beat;
  let last = 0;
  for (let i = 0; i < segments.length; i += SEGMENT_NUMBERS) {
    const beats = segments[i] as number;
    const period = segments[i + 1] as number;
    const step = segments[i + 2] as number;
    if (left < 0) return micros + left * period;
    if (beats === 0 || left <= beats) return micros + segmentMicros(period, step, left);
    micros += segmentMicros(period, step, beats);
    last = period + step * beats;
    left -= beats;
  }
  return micros + left * last;
};
