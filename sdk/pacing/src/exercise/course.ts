import { beatAtMicros, microsOfBeat, SEGMENT_NUMBERS } from "@entrain/protocol";

/** How the beats of a step lie in time, from its beginning. */
export interface Course {
  readonly beatsPerBar: number;
  /** Of a beat, µs from the step's beginning. */
  microsOfBeat(beat: number): number;
  /** The beat at a time, µs from the step's beginning. */
  beatAt(micros: number): number;
  /** A tempo map from a bar on, short enough for a plan. */
  mapFrom(bar: number): TempoMapPart;
}

export interface TempoMapPart {
  readonly segments: Float64Array;
  /** For how many bars it holds; Infinity = for ever. */
  readonly bars: number;
}

/** What of a tempo map comes from a beat on; the beat becomes its first. */
export const cutSegments = (segments: Float64Array, fromBeat: number): Float64Array => {
  let left = fromBeat;
  for (let i = 0; i < segments.length; i += SEGMENT_NUMBERS) {
    const [beats, period, step] = segments.subarray(i, i + SEGMENT_NUMBERS) as unknown as [number, number, number];
    if (beats === 0) return Float64Array.of(0, period, 0);
    if (left < beats)
      return Float64Array.of(beats - left, period + step * left, step, ...segments.subarray(i + SEGMENT_NUMBERS));
    left -= beats;
  }
  const [beats, period, step] = segments.subarray(-SEGMENT_NUMBERS) as unknown as [number, number, number];
  return Float64Array.of(0, period + step * beats, 0);
};

/** A course whose whole tempo map fits a plan. */
export const mappedCourse = (segments: Float64Array, beatsPerBar: number): Course => ({
  beatsPerBar,
  microsOfBeat: (beat) => microsOfBeat(segments, beat),
  beatAt: (micros) => beatAtMicros(segments, micros),
  mapFrom: (bar) => ({ segments: cutSegments(segments, bar * beatsPerBar), bars: Infinity }),
});

/** One tempo for ever. */
export const steadyCourse = (periodMicros: number, beatsPerBar: number): Course =>
  mappedCourse(Float64Array.of(0, periodMicros, 0), beatsPerBar);

/**
 * A tempo that changes evenly in period, then stays.
 *
 * @param beats - over which it changes
 */
export const rampCourse = (fromMicros: number, toMicros: number, beats: number, beatsPerBar: number): Course =>
  mappedCourse(Float64Array.of(beats, fromMicros, (toMicros - fromMicros) / beats, 0, toMicros, 0), beatsPerBar);
