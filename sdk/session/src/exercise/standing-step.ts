import {
  type Cast,
  countInMicros,
  CUE_MICROS,
  type Course,
  type LaidStep,
  mappedCourse,
  microsOf,
  periodOfBpm,
  steadyCourse,
} from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import { LEAD_MICROS } from "./run-opts.ts";

/** A step under way: its course, and since when. */
export interface StandingStep {
  readonly laid: LaidStep;
  readonly cast: Cast;
  readonly place: number;
  readonly course: Course;
  /** Beat 0 of the course. */
  readonly originMicros: SessionMicros;
  /** Beats of the step before it. */
  readonly beatsBefore: number;
  readonly endsMicros: SessionMicros | undefined;
}

/** A step that begins at a moment, with its count-in. */
export const standStep = (laid: LaidStep, cast: Cast, place: number, fromMicros: SessionMicros): StandingStep => {
  const originMicros = sessionMicros(fromMicros + countInMicros(laid));
  const length = microsOf(laid);
  const endsMicros = length === undefined ? undefined : sessionMicros(originMicros + length);
  return { laid, cast, place, course: laid.course, originMicros, beatsBefore: 0, endsMicros };
};

export const timeOfBar = ({ course, originMicros }: StandingStep, bar: number): SessionMicros =>
  sessionMicros(originMicros + course.microsOfBeat(bar * course.beatsPerBar));

/** The first bar that begins at or after a time. */
export const barFrom = ({ course, originMicros }: StandingStep, tMicros: number): number =>
  Math.max(0, Math.ceil(course.beatAt(Math.max(0, tMicros - originMicros)) / course.beatsPerBar - 1e-9));

/** When a step ends that has taken another course: after as many bars, or at the bar line nearest to the same time. */
const endOf = ({ endsMicros, laid }: StandingStep, after: StandingStep): SessionMicros | undefined => {
  if (endsMicros === undefined || laid.bars === undefined) return endsMicros;
  const { course, originMicros, beatsBefore } = after;
  const left =
    "seconds" in laid.step.lasts
      ? Math.round(course.beatAt(endsMicros - originMicros) / course.beatsPerBar)
      : laid.bars - beatsBefore / course.beatsPerBar;
  return timeOfBar(after, Math.max(1, left));
};

/** Whether a tempo can be given to it: a breath, a text and intervals keep their own. */
export const takesTempo = ({ laid }: StandingStep): boolean =>
  laid.frame.train === undefined && laid.speech === undefined && laid.step.tempo.source !== "intervals";

/** How a step goes on from a bar line. */
export interface Pace {
  readonly bpm: number;
  /** Of the step's own strength, 1 as written, 0 silent. Default: as it was. */
  readonly strengthShare?: number;
  /** By how much all beats after the first bar come later; negative: sooner. The first bar bends towards it. Default 0. */
  readonly shiftMicros?: number;
}

const courseOf = ({ bpm, shiftMicros = 0 }: Pace, beatsPerBar: number): Course => {
  const periodMicros = periodOfBpm(bpm);
  if (shiftMicros === 0) return steadyCourse(periodMicros, beatsPerBar);
  const bent = periodMicros + shiftMicros / beatsPerBar;
  return mappedCourse(Float64Array.of(beatsPerBar, bent, 0, 0, periodMicros, 0), beatsPerBar);
};

const softened = (laid: LaidStep, share: number | undefined): LaidStep =>
  share === undefined ? laid : { ...laid, frame: { ...laid.frame, strengthShare: share } };

/** The same step at another pace from the first bar line on that is not before a time; undefined where it is as good as over by then. */
export const repaced = (standing: StandingStep, pace: Pace, soonMicros: SessionMicros): StandingStep | undefined => {
  const bar = barFrom(standing, soonMicros);
  const originMicros = timeOfBar(standing, bar);
  if (originMicros + CUE_MICROS + LEAD_MICROS >= (standing.endsMicros ?? Infinity)) return undefined;
  const { beatsPerBar } = standing.course;
  const after: StandingStep = {
    ...standing,
    laid: softened(standing.laid, pace.strengthShare),
    course: courseOf(pace, beatsPerBar),
    originMicros,
    beatsBefore: standing.beatsBefore + bar * beatsPerBar,
  };
  return { ...after, endsMicros: endOf(standing, after) };
};
