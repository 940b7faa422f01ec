import type { ExerciseDocument } from "@entrain/pacing";
import type { SessionMicros } from "@entrain/protocol";
import type { ExerciseRun } from "./exercise-run.ts";
import type { PlanSenderOpts } from "./plan-sender.ts";

/** Time for a plan to reach every band before it holds: a few repeats on a slow link. */
export const LEAD_MICROS = 1_500_000;
/** So long after a plan has begun the next may be sent: a band holds one in waiting. */
export const TAKEN_MICROS = 300_000;

export interface ExerciseRunOpts extends PlanSenderOpts {
  readonly document: ExerciseDocument;
  /** Place of the first step. Default 0. */
  readonly step?: number;
  /** Member who leads first. Default 0. */
  readonly leader?: number;
  /** Beats a minute before the first step, for steps that keep or leave it. */
  readonly bpm: number;
  /** Of the first step, what is left; default: all of it. */
  readonly leftMicros?: number;
  /** What goes on after this exercise, in place of its ending. */
  readonly resumes?: { readonly title: string; readonly begin: (fromMicros: SessionMicros) => void };
  /** Told at every change of the state. */
  readonly onChange: (run: ExerciseRun) => void;
}
