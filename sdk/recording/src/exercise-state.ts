import type { SessionMicros } from "@entrain/protocol";

/** How an exercise stands. */
export interface ExerciseState {
  /** By which it is asked for. */
  readonly name: string;
  readonly title: string;
  /**
   * `wearers`: until every wearer has said on the band that they go on. `paused` by the facilitator, `stopped` by
   * STOP, both to be gone on with.
   */
  readonly state: "count-in" | "running" | "cue" | "wearers" | "ending" | "paused" | "stopped" | "ended";
  /** Place of the step, from 0, of so many. */
  readonly step: number;
  readonly steps: number;
  readonly now: StepWords;
  /** Absent in the last step. */
  readonly next?: StepWords;
  /** Absent where somebody ends it. */
  readonly endsMicros?: SessionMicros;
  readonly score: "with-the-pulse" | "with-each-other" | "none";
  /** What each member does. */
  readonly roles: readonly ExerciseRole[];
  /** The member who leads, where anybody does. */
  readonly leader?: number;
  /** The line that is spoken, where a text is; while counting in, the first to come. */
  readonly line?: SpokenLine;
  /** Where it is a trial of an experiment. */
  readonly trial?: RecordedTrial;
  /** Title of the exercise that follows: the one that this one interrupted, or the next of a list. */
  readonly resumes?: string;
}

export type ExerciseRole = "pattern" | "breath" | "mirror" | "listen" | "rest";

export interface RecordedTrial {
  readonly experiment: string;
  /** Of the order of trials, and of their jitter. */
  readonly seed: number;
  readonly block: string;
  /** From 1, of so many. */
  readonly trial: number;
  readonly trials: number;
  readonly condition: string;
  /** In words; `none` where there is none. */
  readonly perturbation: string;
}

export interface SpokenLine {
  readonly text: string;
  /** `at`: index into the text of a syllable that is felt. */
  readonly beats: readonly { readonly at: number; readonly tMicros: SessionMicros }[];
  /** Which line of the text it is, from 0, of so many; absent in older files. */
  readonly place?: number;
  readonly lines?: number;
  /** The line after it. */
  readonly next?: string;
}

export interface StepWords {
  readonly title: string;
  readonly say?: string;
}
