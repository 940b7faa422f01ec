/** What somebody is doing, as far as a leader needs to know. Only those who move in a known rhythm say where the group is. */
export type LeadMemberState = "moving" | "finding-rhythm" | "own-rhythm" | "resting" | "listening" | "no-signal";

export interface LeadMember {
  readonly state: LeadMemberState;
  /** Movements a second; given while `moving`. */
  readonly tempoHz?: number;
  /** Phase of the movement, rad, from any zero that stays the same; given while `moving`. */
  readonly phaseRad?: number;
}

/** What was read of a group: how it stood at one moment, known a little later. */
export interface LeadReading {
  /** The moment that the reading speaks of, not that at which it was known. */
  readonly tMicros: number;
  /** Where the pulse stood then: beats since the first, and beats a minute. Absent while nothing is pulsed. */
  readonly pulse?: { readonly beat: number; readonly bpm: number };
  readonly members: readonly LeadMember[];
}

/** Where on the way from joining a group to letting it go. */
export type LeadPhase = "attune" | "lead" | "hold" | "release" | "ended";

/** Why something was decided: the closed list. Words for people stand in `words.ts`. */
export type LeadReason =
  | "nobody-moves"
  | "listening"
  | "attuned"
  | "joined"
  | "met"
  | "stays-with-pulse"
  | "goes-on"
  | "trails"
  | "some-apart"
  | "eases-back"
  | "many-apart"
  | "target-reached"
  | "let-go"
  | "kept-together"
  | "came-apart";

/** Figures behind a decision. */
export interface LeadFacts {
  /** Members whose rhythm is known, and who count. */
  readonly moving: number;
  readonly withPulse: number;
  /** The group's own tempo, beats a minute, where it is known. */
  readonly groupBpm?: number;
  /** Seconds without a pulse. */
  readonly seconds?: number;
}

/** One decision: what the pulse does from the next bar on, and why. */
export interface LeadDecision {
  readonly tMicros: number;
  readonly phase: LeadPhase;
  readonly reason: LeadReason;
  /** From the next bar on; 0 before anything is pulsed. */
  readonly bpm: number;
  /** Of the pattern's strength, 1 as written, 0 silent. */
  readonly strengthShare: number;
  /** For the facilitator. */
  readonly words: string;
  readonly facts: LeadFacts;
}
