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
  let i = 0;
  let period = segments[1] as number;
  let step = beat < 0 ? 0 : (segments[2] as number);
  // Written for a band: what a plan of one segment needs is little, and no more is declared than is needed.
  while (segments[i] !== 0 && left > (segments[i] as number)) {
    const beats = segments[i] as number;
    micros += segmentMicros(period, step, beats);
    left -= beats;
    i += SEGMENT_NUMBERS;
    if (i === segments.length) {
      period += step * beats;
      step = 0;
      break;
    }
    period = segments[i + 1] as number;
    step = segments[i + 2] as number;
  }
  return micros + segmentMicros(period, step, left);
};
