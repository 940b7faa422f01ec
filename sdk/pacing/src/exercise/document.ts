import type { LeadTempo } from "./lead-tempo.ts";

/**
 * An exercise as a facilitator writes it: plain data, JSON, one document an exercise. `exercise.schema.json` says the
 * same to editors and validators; `readExercise` is the way in.
 */
export interface ExerciseDocument {
  readonly $schema?: string;
  readonly format: 1;
  /** What it is asked for by: small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  /** Whom it suits and what to look out for. Nothing medical. */
  readonly suitability: readonly string[];
  /** Other ways to do it, such as seated or with one arm. */
  readonly variants?: readonly ExerciseVariant[];
  /** How many can take part. */
  readonly people?: { readonly least: number; readonly most: number };
  /** 2 to 4 subgroups; members are dealt out in turn. */
  readonly groups?: number;
  readonly steps: readonly ExerciseStep[];
  readonly ending: ExerciseEnding;
}

export interface ExerciseVariant {
  /** What it is chosen by: small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** Said before the first step. */
  readonly how: string;
  /** What is otherwise in single steps; whatever is not there is as the exercise says. */
  readonly steps?: readonly VariantStep[];
  readonly ending?: Partial<ExerciseEnding>;
}

export interface VariantStep extends Partial<
  Pick<ExerciseStep, "title" | "say" | "lasts" | "tempo" | "metre" | "roles" | "strengthPercent" | "countInBars">
> {
  /** Which, from 1. */
  readonly step: number;
}

/** How the pulses end: they grow softer until there are none. */
export interface ExerciseEnding {
  /** 2 to 60. */
  readonly fadeSeconds: number;
  readonly say?: string;
}

export interface ExerciseStep {
  readonly title: string;
  /** What the facilitator may say. */
  readonly say?: string;
  readonly lasts: StepLength;
  readonly tempo: StepTempo;
  /** `"4"`, or additive as `"2+2+3"`: beats of a bar, each group led by an accent. Default `"4"`. */
  readonly metre?: string;
  readonly roles: readonly StepRole[];
  /** What a reading of this step says. */
  readonly score: StepScore;
  /** Of what each board allows, 0 to 100; the wearer's own cap comes on top. Default 65. */
  readonly strengthPercent?: number;
  /** Bars of plain soft beats before the step begins. Default none. */
  readonly countInBars?: number;
  /** The soft double pulse before the step ends. Default true. */
  readonly cue?: boolean;
  /** Who leads in it: the one who led before, or the next in the circle. Default `same`. */
  readonly leader?: "same" | "next";
  /** Whether first and second of each pair change places. Default false. */
  readonly swap?: boolean;
  /** Of an experiment, in no exercise document. */
  readonly trial?: TrialLabel;
}

/** Which trial of an experiment a step belongs to. */
export interface TrialLabel {
  readonly experiment: string;
  /** Of the order and the jitter. */
  readonly seed: number;
  /** Title of the block. */
  readonly block: string;
  /** From 1, of so many. */
  readonly trial: number;
  readonly trials: number;
  readonly condition: string;
  /** In words; `none` where there is none. */
  readonly perturbation: string;
}

/**
 * Until when a step goes on. Seconds are rounded to whole bars (or breaths), at least one. `next`: until the facilitator
 * asks for the next step. `wearers`: after `seconds` the pulses rest until every wearer has said on the band that they go
 * on; whoever stopped their band meanwhile takes the group one step back.
 */
export type StepLength =
  | { readonly seconds: number }
  | { readonly bars: number }
  | { readonly breaths: number }
  /** Of a text that is spoken. */
  | { readonly readings: number }
  | { readonly until: "next" }
  | { readonly until: "wearers"; readonly seconds: number };

export type StepTempo =
  /** `bpm` beats a minute, 4 to 240. */
  | { readonly source: "fixed"; readonly bpm: number }
  /** From a tempo (default: the one before) evenly in period to another, over bars or seconds; then it stays there. */
  | {
      readonly source: "ramp";
      readonly fromBpm?: number;
      readonly toBpm: number;
      readonly overBars?: number;
      readonly overSeconds?: number;
    }
  /** The tempo of the step before. */
  | { readonly source: "keep" }
  /** As tapped; `bpm` until somebody has. */
  | { readonly source: "tap"; readonly by: "wearer" | "keyboard" | "movement"; readonly bpm: number }
  | BreathTempo
  | LeadTempo
  /** The tempo of whoever leads, from their movement; `bpm` until it is known. */
  | { readonly source: "leader"; readonly bpm: number }
  /** A partner that corrects each pulse by a share of the asynchrony: 1 follows, 0 is steady. */
  | { readonly source: "partner"; readonly bpm: number; readonly correctionShare: number }
  | SpeechTempo
  /** Distances of beats one by one, µs, then the last: of the trials of an experiment, in no exercise document. */
  | { readonly source: "intervals"; readonly micros: readonly number[] }
  /** No common beat. */
  | { readonly source: "none" };

/** Spoken together: a beat for each stressed syllable. */
export interface SpeechTempo {
  readonly source: "speech";
  /** Beats a minute, silent ones counted. */
  readonly bpm: number;
  /** With `|` before each syllable that is felt and `/` for a breath; a line is a phrase (`readChoralText`). */
  readonly text: string;
}

/** One breath is one bar: parts of its length for each phase. */
export interface BreathTempo {
  readonly source: "breath";
  /** 3 to 10. */
  readonly breathsPerMinute: number;
  /** Reached evenly over `overBreaths`. */
  readonly toBreathsPerMinute?: number;
  readonly overBreaths?: number;
  readonly inhale: number;
  readonly hold?: number;
  readonly exhale: number;
  readonly rest?: number;
}

export type StepScore = "with-the-pulse" | "with-each-other" | "none";

export const WHO = [
  "everyone",
  "leader",
  "others",
  "pair-first",
  "pair-second",
  "group-1",
  "group-2",
  "group-3",
  "group-4",
] as const;
export type Who = (typeof WHO)[number];

/** What one part of the group does in a step. Whoever no role names listens. */
export type StepRole =
  | {
      readonly who: Who;
      readonly plays: "pattern";
      readonly pattern?: RolePattern;
      /** Beats by which this role comes after the beat of all, 0 to 64. Default 0. */
      readonly phaseBeats?: number;
      /** `"1:2"`: one pulse to two beats; n and m from 1 to 4. Default `"1:1"`. */
      readonly ratio?: string;
    }
  | { readonly who: Who; readonly plays: "breath" }
  /** Somebody's movement onsets as pulses. */
  | { readonly who: Who; readonly plays: "mirror"; readonly of: "leader" | "partner" | "own" | "group" }
  /** Nothing is pulsed; they move or attend. */
  | { readonly who: Who; readonly plays: "listen" }
  /** Nothing is pulsed, and nothing expected. */
  | { readonly who: Who; readonly plays: "rest" };

/** Beats count from 1. */
export interface RolePattern {
  /** Bars until it repeats; bars times beats of a bar at most 16. Default 1. */
  readonly bars?: number;
  /** Default: the first of each group of the metre. */
  readonly accents?: readonly number[];
  readonly mutes?: readonly number[];
  /** Pulses a beat, 1 to 4. Default 1. */
  readonly subdivision?: number;
  /** 20 to 200. Default 100. */
  readonly pulseMillis?: number;
  /** Of accents, 0 to 100. Default: a quarter more than the step's strength. */
  readonly accentPercent?: number;
}
