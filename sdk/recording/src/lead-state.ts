import type { At } from "./at.ts";
/** What was decided of a group's tempo, and why: `LeadDecision` of `@entrain/pacing`, in plain data. */
export interface LeadState {
  readonly phase: "attune" | "lead" | "hold" | "release" | "ended";
  /** From a closed list; `words` say it to people. */
  readonly reason: string;
  readonly words: string;
  /** From the next bar on; 0 before anything is pulsed. */
  readonly bpm: number;
  /** Once it is known. */
  readonly targetBpm?: number;
  /** Of the step's strength, [0, 1]. */
  readonly strengthShare: number;
  /** Members whose rhythm was known, and who counted; those of them with the pulse. */
  readonly moving: number;
  readonly withPulse: number;
  /** The group's own tempo, beats a minute, where it was known. */
  readonly groupBpm?: number;
  /** Seconds without a pulse. */
  readonly seconds?: number;
  /** The moment that the reading speaks of from which it was decided. */
  readonly readAtMicros: number;
}

/** A decision about the group's tempo, made from a reading. What came of it stands in the plans. */
export interface LeadEntry extends At<"lead"> {
  readonly lead: LeadState;
}
