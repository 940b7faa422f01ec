import type { ExerciseStep } from "../exercise/document.ts";

/** An experiment as a researcher writes it: plain data, JSON. With a seed it gives one list of trials, always the same. */
export interface ExperimentDocument {
  readonly $schema?: string;
  readonly format: 1;
  /** What it is asked for by: small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  /** Before each trial, and after the last: nothing is pulsed. 5 to 600. */
  readonly restSeconds: number;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly blocks: readonly ExperimentBlock[];
}

export interface ExperimentBlock {
  readonly title: string;
  /** Names of conditions. */
  readonly conditions: readonly string[];
  /** Of each condition, 1 to 100. */
  readonly repetitions: number;
  /**
   * `shuffled`: all trials of the block (Fisher–Yates). `latin-square`: each repetition is a row of a balanced Latin square
   * (Williams 1949), the first drawn.
   */
  readonly order: "as-written" | "shuffled" | "latin-square";
}

/** What a trial may change of a step. */
export type StepChange = Partial<
  Pick<ExerciseStep, "say" | "metre" | "roles" | "score" | "strengthPercent" | "countInBars" | "cue">
>;

interface Paced {
  /** Each interval is longer or shorter by up to so many hundredths of itself, evenly spread. 0 to 40. */
  readonly jitterPercent?: number;
  readonly perturbations?: readonly Perturbation[];
  readonly step?: StepChange;
}

export type Condition =
  /** A virtual leader: an even beat, or one that corrects by a share of the asynchrony, as the tempo source `partner`. */
  | ({
      readonly stimulus: "virtual";
      readonly bpm: number;
      readonly beats: number;
      readonly correctionShare?: number;
    } & Paced)
  /** A recorded leader: the intervals between their beats, ms. */
  | ({ readonly stimulus: "recorded"; readonly intervalsMillis: readonly number[] } & Paced)
  /** The tempo of whoever leads, from their movement; `bpm` until it is known. */
  | { readonly stimulus: "live"; readonly bpm: number; readonly seconds: number; readonly step?: StepChange }
  /** No pacer. */
  | { readonly stimulus: "none"; readonly seconds: number; readonly step?: StepChange }
  /** A shipped exercise, all of its steps. */
  | { readonly stimulus: "exercise"; readonly exercise: string; readonly step?: StepChange };

/**
 * Beats count from 1, and the first cannot be moved. `phase`: this beat and all after it. `onset`: this beat alone.
 * `period`: all intervals from this beat on.
 */
export type Perturbation = { readonly kind: "phase" | "onset" | "period"; readonly beat: number } & (
  | { readonly byMillis: number }
  /** Of the interval before this beat. */
  | { readonly byPercent: number }
);
