import type { Course } from "../exercise/course.ts";
import type { SpokenBeat } from "./speak.ts";

/** Segments of one plan: with more, its line would be longer than a band takes. */
const MAX_SEGMENTS = 12;

/**
 * A text read over and over. A bar is one beat, since lines differ in length; breaths are longer beats.
 *
 * @param beats - of one reading, at least one
 */
export const speechCourse = (beats: readonly SpokenBeat[]): Course => {
  const count = beats.length;
  const last = beats[count - 1];
  const lengthMicros = last === undefined ? 0 : last.tMicros + last.lastsMicros;
  const beatOf = (index: number): SpokenBeat => beats[index % count] as SpokenBeat;
  return {
    beatsPerBar: 1,
    microsOfBeat: (beat) => {
      const whole = Math.max(0, Math.floor(beat));
      const { tMicros, lastsMicros } = beatOf(whole);
      return Math.floor(whole / count) * lengthMicros + tMicros + (beat - whole) * lastsMicros;
    },
    beatAt: (micros) => {
      if (micros < 0) return micros / beatOf(0).lastsMicros;
      const readings = Math.floor(micros / lengthMicros);
      const left = micros - readings * lengthMicros;
      const at = beats.findLastIndex(({ tMicros }) => tMicros <= left);
      const { tMicros, lastsMicros } = beatOf(at);
      return readings * count + at + (left - tMicros) / lastsMicros;
    },
    mapFrom: (bar) => {
      const segments: number[] = [];
      let bars = 0;
      for (;;) {
        const { lastsMicros } = beatOf(bar + bars);
        const isSame = segments.at(-2) === lastsMicros;
        if (!isSame && segments.length === MAX_SEGMENTS * 3) break;
        if (isSame) segments[segments.length - 3] = (segments[segments.length - 3] ?? 0) + 1;
        else segments.push(1, lastsMicros, 0);
        bars++;
        // A text of one tempo throughout, as 'la la la': enough for a while.
        if (bars >= MOST_BEATS) break;
      }
      return { segments: Float64Array.from(segments), bars };
    },
  };
};

const MOST_BEATS = 400;
