import { MICROS_PER_SECOND } from "@entrain/protocol";
import { type ChoralLine, readChoralText } from "../choral/choral-text.ts";
import { speak, type SpokenBeat } from "../choral/speak.ts";
import { speechCourse } from "../choral/speech-course.ts";
import { periodOfBpm } from "../tempo.ts";
import { breathCourse, type BreathTrain, trainOf } from "./breath.ts";
import { type Course, rampCourse, steadyCourse } from "./course.ts";
import type { ExerciseStep, SpeechTempo, StepTempo } from "./document.ts";
import { parseMetre } from "./metre.ts";
import { intervalCourse } from "./interval-course.ts";
import { CUE_MICROS } from "./quiet-plans.ts";
import type { StepFrame } from "./role-plan.ts";

/** A step laid out in time, from its own beginning. */
export interface LaidStep {
  readonly step: ExerciseStep;
  readonly frame: StepFrame;
  readonly course: Course;
  /** Undefined where somebody ends it. */
  readonly bars: number | undefined;
  /** Beats a minute when it begins and once it has come through; of a step without a beat those that it found. */
  readonly bpm: number;
  readonly endBpm: number;
  /** Where a text is spoken: its lines, and the beats of one reading. */
  readonly speech?: Speech;
}

export interface Speech {
  readonly lines: readonly ChoralLine[];
  readonly beats: readonly SpokenBeat[];
}

const DEFAULT_STRENGTH = 65;
const DEFAULT_METRE = "4";
/** Lines differ in length. */
const SPEECH_METRE = "1";

/** Beats over which an even change of period from one to the other takes so long. */
const beatsIn = (micros: number, fromMicros: number, toMicros: number): number =>
  Math.max(1, Math.round((2 * micros) / (fromMicros + toMicros)));

interface Tempo {
  readonly course: Course;
  readonly bpm: number;
  readonly endBpm: number;
  readonly train?: BreathTrain;
  readonly speech?: Speech;
}

const speechTempo = ({ text, bpm }: SpeechTempo): Tempo => {
  const lines = readChoralText(text);
  const beats = speak(lines, bpm);
  return { course: speechCourse(beats), bpm, endBpm: bpm, speech: { lines, beats } };
};

const rampTempo = (tempo: Extract<StepTempo, { source: "ramp" }>, beatsPerBar: number, bpmBefore: number): Tempo => {
  const { fromBpm = bpmBefore, toBpm, overBars, overSeconds = 0 } = tempo;
  const [from, to] = [periodOfBpm(fromBpm), periodOfBpm(toBpm)];
  const beats = overBars === undefined ? beatsIn(overSeconds * MICROS_PER_SECOND, from, to) : overBars * beatsPerBar;
  return { course: rampCourse(from, to, beats, beatsPerBar), bpm: fromBpm, endBpm: toBpm };
};

const intervalTempo = (micros: readonly number[], beatsPerBar: number): Tempo => {
  const bpmOf = (interval = MICROS_PER_SECOND): number => (60 * MICROS_PER_SECOND) / interval;
  return { course: intervalCourse(micros, beatsPerBar), bpm: bpmOf(micros[0]), endBpm: bpmOf(micros.at(-1)) };
};

const tempoOf = (tempo: StepTempo, beatsPerBar: number, bpmBefore: number): Tempo => {
  if (tempo.source === "breath")
    return { course: breathCourse(tempo), bpm: bpmBefore, endBpm: bpmBefore, train: trainOf(tempo) };
  if (tempo.source === "speech") return speechTempo(tempo);
  if (tempo.source === "intervals") return intervalTempo(tempo.micros, beatsPerBar);
  if (tempo.source === "ramp") return rampTempo(tempo, beatsPerBar, bpmBefore);
  const bpm = "bpm" in tempo ? (tempo.bpm ?? bpmBefore) : bpmBefore;
  return { course: steadyCourse(periodOfBpm(bpm), beatsPerBar), bpm, endBpm: bpm };
};

/** The bar line nearest to a time, but not the first. */
const barsIn = (course: Course, micros: number): number =>
  Math.max(1, Math.round(course.beatAt(micros) / course.beatsPerBar));

const barsOf = ({ lasts }: ExerciseStep, course: Course, speech: Speech | undefined): number | undefined => {
  if ("readings" in lasts) return lasts.readings * (speech?.beats.length ?? 1);
  if ("bars" in lasts) return lasts.bars;
  if ("breaths" in lasts) return lasts.breaths;
  return "seconds" in lasts ? barsIn(course, lasts.seconds * MICROS_PER_SECOND) : undefined;
};

/**
 * Lays a step out.
 *
 * @param bpmBefore - beats a minute that the step before ended at
 * @throws PacingError where a number is out of range
 */
export const layStep = (step: ExerciseStep, bpmBefore: number): LaidStep => {
  const { metre = step.tempo.source === "speech" ? SPEECH_METRE : DEFAULT_METRE, strengthPercent = DEFAULT_STRENGTH } =
    step;
  const { course, bpm, endBpm, train, speech } = tempoOf(step.tempo, parseMetre(metre).beatsPerBar, bpmBefore);
  return {
    step,
    frame: {
      metre,
      strengthPercent,
      // While the group's own tempo is listened for, no pulse says another.
      ...(step.tempo.source === "attune" && { strengthShare: 0 }),
      ...(train !== undefined && { train }),
    },
    course,
    bars: barsOf(step, course, speech),
    bpm,
    endBpm,
    ...(speech !== undefined && { speech }),
  };
};

/** How long a step counts in, at its first tempo, before it begins. */
export const countInMicros = ({ step, course }: LaidStep): number =>
  (step.countInBars ?? 0) * course.beatsPerBar * (course.mapFrom(0).segments[1] ?? 0);

/** The same for a step of which only so much is left, where it has an end. */
export const layRest = (step: ExerciseStep, bpmBefore: number, leftMicros: number | undefined): LaidStep => {
  const laid = layStep(step, bpmBefore);
  if (leftMicros === undefined || laid.bars === undefined) return laid;
  return { ...laid, bars: barsIn(laid.course, leftMicros) };
};

/** When a step ends, µs from its beginning; undefined where somebody ends it. */
export const microsOf = ({ course, bars }: LaidStep): number | undefined =>
  bars === undefined ? undefined : course.microsOfBeat(bars * course.beatsPerBar);

/** Beats slower than this are not waited for. */
const SLOW_BEAT_MICROS = 1_000_000;

/**
 * When the cue before the end begins, µs from the beginning of the step: with time for all of it, and on a beat where
 * there is one.
 */
export const cueMicros = (course: Course, endMicros: number): number => {
  const latest = Math.max(0, endMicros - CUE_MICROS);
  const onBeat = course.microsOfBeat(Math.floor(course.beatAt(latest) + 1e-6));
  return latest - onBeat > SLOW_BEAT_MICROS ? latest : onBeat;
};
