import type { BandGroup } from "@entrain/band";
import type { ExerciseDocument, Pattern, PersonSettings } from "@entrain/pacing";
import type { Scheduler } from "@entrain/time";
import type { AdmissionOpts } from "./person/admission.ts";
import type { Recorder } from "./record/recorder.ts";

export interface LiveSessionOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly random: () => number;
  readonly title: string;
  /** True where bands or people are simulated, so that every viewer can be told. */
  readonly simulated: boolean;
  readonly bpm: number;
  readonly pattern?: Pattern;
  readonly windowS?: number;
  /** Exercises that can be asked for by name. */
  readonly exercises?: readonly ExerciseDocument[];
  /** Names of exercises that Start begins with, one after the other; without them it begins a steady beat. */
  readonly setlist?: readonly string[];
  /** What each person wants of any exercise, by place in the group. */
  readonly people?: readonly PersonSettings[];
  /** Keeps what happens; its configuration then says the window and the seed of the chance floors. */
  readonly recorder?: Recorder;
  /** Whether wearers say yes on their bands before they are pulsed. Default `at-once`. */
  readonly admission?: AdmissionOpts["by"];
  /** Members who said yes before, where they are asked. */
  readonly admitted?: readonly number[];
  /** Who leads the session from the band: an index of the group. */
  readonly facilitator?: number;
}
