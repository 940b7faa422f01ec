import type { Course } from "./course.ts";

/** Segments of one plan: with more, its line would be longer than a band takes. */
const MAX_SEGMENTS = 12;

/** Whole bars of at most 12 segments; beats of the same length share one. */
const partFrom = (intervals: readonly number[], beatsPerBar: number, bar: number): readonly [number[], number] => {
  let segments: number[] = [];
  let beat = bar * beatsPerBar;
  for (; beat < intervals.length; beat += beatsPerBar) {
    const more = [...segments];
    for (const micros of intervals.slice(beat, beat + beatsPerBar)) {
      if (more.at(-2) === micros) more[more.length - 3] = (more[more.length - 3] ?? 0) + 1;
      else more.push(1, micros, 0);
    }
    // One place is kept for what comes after the last.
    if (more.length > 3 * (MAX_SEGMENTS - 1) && segments.length > 0) break;
    segments = more;
  }
  return [segments, beat];
};

/**
 * Beats whose distances are given one by one; after the last it goes on at the last distance.
 *
 * @param intervals - µs from each beat to the next, at least one; whole bars
 * @param beatsPerBar - at most 6, so that what one plan holds lasts until the next is there
 */
export const intervalCourse = (intervals: readonly number[], beatsPerBar: number): Course => {
  const starts = [0];
  for (const micros of intervals) starts.push((starts.at(-1) ?? 0) + micros);
  const count = intervals.length;
  const last = intervals[count - 1] ?? 1;
  const end = starts[count] ?? 0;
  return {
    beatsPerBar,
    microsOfBeat: (beat) => {
      if (beat >= count) return end + (beat - count) * last;
      const whole = Math.max(0, Math.floor(beat));
      return (starts[whole] ?? 0) + (beat - whole) * (intervals[whole] ?? last);
    },
    beatAt: (micros) => {
      if (micros >= end) return count + (micros - end) / last;
      const at = Math.max(
        0,
        starts.findLastIndex((start) => start <= micros),
      );
      return at + (micros - (starts[at] ?? 0)) / (intervals[at] ?? last);
    },
    mapFrom: (bar) => {
      const [segments, beat] = partFrom(intervals, beatsPerBar, bar);
      if (beat >= count) return { segments: Float64Array.of(...segments, 0, last, 0), bars: Infinity };
      return { segments: Float64Array.from(segments), bars: beat / beatsPerBar - bar };
    },
  };
};
