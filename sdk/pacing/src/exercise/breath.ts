import { beatAtMicros, microsOfBeat, MICROS_PER_SECOND } from "@entrain/protocol";
import type { Course } from "./course.ts";
import type { BreathTempo } from "./document.ts";

/**
 * A breath as a train of short pulses. One breath is one bar. Breathing in, the pulses draw closer and stronger, out they
 * part and soften; a hold is one silent beat. A band plays the same pulses in every bar, so each breath has as many; how
 * far apart they are is in the tempo map.
 */
export interface BreathTrain {
  readonly beatsPerBar: number;
  /** Beats of breathing in: over these the strength rises, over the others it falls. */
  readonly risingBeats: number;
  /** Beats, from 0, that are silent: the holds. */
  readonly mutes: readonly number[];
}

const MINUTE_MICROS = 60 * MICROS_PER_SECOND;
/** So far apart pulses are on average, as far as there is room for 2 to 7 in a phase. */
const MEAN_SPACING_MICROS = 600_000;
const FEWEST = 2;
const MOST = 7;
/** The widest spacing of a phase is so many times its closest. */
const WIDEST = 1.6;

interface Phase {
  readonly kind: "in" | "out" | "hold";
  readonly beats: number;
  /** Of the breath. */
  readonly share: number;
}

const phasesOf = (tempo: BreathTempo): readonly Phase[] => {
  const { breathsPerMinute, toBreathsPerMinute = breathsPerMinute, inhale, hold = 0, exhale, rest = 0 } = tempo;
  const whole = inhale + hold + exhale + rest;
  const shortest = MINUTE_MICROS / Math.max(breathsPerMinute, toBreathsPerMinute);
  const pulses = (share: number): number =>
    Math.min(MOST, Math.max(FEWEST, Math.round((share * shortest) / MEAN_SPACING_MICROS)));
  const phases: Phase[] = [
    { kind: "in", beats: pulses(inhale / whole), share: inhale / whole },
    { kind: "hold", beats: 1, share: hold / whole },
    { kind: "out", beats: pulses(exhale / whole), share: exhale / whole },
    { kind: "hold", beats: 1, share: rest / whole },
  ];
  return phases.filter(({ share }) => share > 0);
};

export const trainOf = (tempo: BreathTempo): BreathTrain => {
  const phases = phasesOf(tempo);
  let beatsPerBar = 0;
  const mutes: number[] = [];
  for (const { kind, beats } of phases) {
    if (kind === "hold") mutes.push(beatsPerBar);
    beatsPerBar += beats;
  }
  return { beatsPerBar, risingBeats: phases[0]?.beats ?? 1, mutes };
};

/** One segment of a tempo map for each phase. */
const segmentsOf = (phases: readonly Phase[], lengthMicros: number): readonly number[] =>
  phases.flatMap(({ kind, beats, share }) => {
    const mean = (share * lengthMicros) / beats;
    if (kind === "hold") return [beats, mean, 0];
    const wide = (2 * WIDEST * mean) / (WIDEST + 1);
    const close = 2 * mean - wide;
    return kind === "in" ? [beats, wide, (close - wide) / beats] : [beats, close, (wide - close) / beats];
  });

/** Breaths whose tempo map fits the line of a plan. */
const BREATHS_PER_PLAN = 3;

/** Breaths change evenly in length from the first tempo to the other, then stay. */
export const breathCourse = (tempo: BreathTempo): Course => {
  const { breathsPerMinute, toBreathsPerMinute = breathsPerMinute, overBreaths = 1 } = tempo;
  const phases = phasesOf(tempo);
  const { beatsPerBar } = trainOf(tempo);
  const first = MINUTE_MICROS / breathsPerMinute;
  const more = (MINUTE_MICROS / toBreathsPerMinute - first) / overBreaths;
  const lengthOf = (breath: number): number => first + more * Math.min(breath, overBreaths);
  const startOf = (breath: number): number => {
    const changing = Math.min(breath, overBreaths);
    return changing * first + (more * changing * (changing - 1)) / 2 + (breath - changing) * lengthOf(overBreaths);
  };
  const segments = (breath: number): readonly number[] => segmentsOf(phases, lengthOf(breath));
  return {
    beatsPerBar,
    microsOfBeat: (beat) => {
      const breath = Math.max(0, Math.floor(beat / beatsPerBar));
      return startOf(breath) + microsOfBeat(segments(breath), beat - breath * beatsPerBar);
    },
    beatAt: (micros) => {
      let breath = 0;
      while (startOf(breath + 1) <= micros) breath++;
      return breath * beatsPerBar + beatAtMicros(segments(breath), micros - startOf(breath));
    },
    mapFrom: (bar) => ({
      segments: Float64Array.from(Array.from({ length: BREATHS_PER_PLAN }, (_, i) => segments(bar + i)).flat()),
      bars: BREATHS_PER_PLAN,
    }),
  };
};
