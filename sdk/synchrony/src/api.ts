import type { SessionMicros } from "@entrain/protocol";
import type { DyadMatrix, TimingReading } from "./dyads/api.ts";

/** Why a member is scored or not. Only `ok` members enter the group's phase scores. */
export type MemberState = "still" | "acquiring" | "ok" | "dropout" | "ambiguous-tempo";

/** `withheld`: there is nothing to judge. `undecided`: chance could still give this. */
export type Verdict = "in-sync" | "not-in-sync" | "undecided" | "withheld";

/** The closed list of reasons; a text for people stands beside each. */
export type ReasonCode =
  | "resting"
  | "own-rhythm"
  | "listening"
  | "no-signal"
  | "finding-rhythm"
  | "too-early"
  | "too-few-moving"
  | "partly-together";

/**
 * What the score was computed from. `aligned`: unbiased R², phases alike. `lock`: the same once each member's constant
 * offset is removed. `envelope`: correlation of how strongly they move, for clapping and stop-and-go.
 */
export type Statistic = "aligned" | "lock" | "envelope";

export type Placement = "wrist" | "ankle" | "waist" | "hand";

/** How a member's movement came: all axes at the chip's rate, or by a bridge, along one axis and 16 to 20 times a second. */
export type SignalSource = "direct" | "bridged";

export interface MemberOpts {
  readonly name: string;
  /** Default `direct`. */
  readonly signal?: SignalSource;
  readonly placement: Placement;
}

export interface ScorerOpts {
  readonly members: readonly MemberOpts[];
  /** Origin of the common grid. Samples before it are counted and ignored. */
  readonly tStartMicros: SessionMicros;
  /** Window of the live reading and verdict, seconds, 5 to 3600. Default 30. */
  readonly windowS?: number;
  /** What is kept for chance shifts and for scoreWindow, seconds, at least windowS. Default 300 or four windows; Infinity keeps all. */
  readonly historyS?: number;
  /**
   * The null's assumption: strangers choose their tempo within this share of the group's, .005 to .5. Default .03. Smaller
   * is stricter: what chance may give is then better aligned.
   */
  readonly strangerTempoSpread?: number;
  /** Whether dyads and timing are kept up live. Default true; scores over windows do not need it. */
  readonly dyads?: boolean;
  /** Seeded, uniform in [0, 1). The same seed and input give the same numbers. */
  readonly random: () => number;
}

/** A score with the floor that chance reaches. `value` = (observed − median of chance) / (ceiling − median), ceiling 1. */
export interface Score {
  readonly value: number;
  readonly chance: number;
  readonly p: number;
  /** Length of what was looked at: up to thirty cycles live, so longer than the window for slow movements. */
  readonly windowS: number;
  /** From the end of what was looked at to now: the settled phase is two cycles late. */
  readonly delayMicros: number;
  /** Share of it in which there were two or more phases to compare, [0, 1]. */
  readonly coverage: number;
  readonly statistic?: Statistic;
}

export interface MemberReading {
  readonly name: string;
  /** Present where it was heard by a bridge. Its blows are not told as well as those of a member with a link of their own. */
  readonly signal?: "bridged";
  readonly state: MemberState;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  /** Live movement phase, (−π, π]. */
  readonly phaseRad?: number;
  readonly tempoHz?: number;
  /** RMS of the 0.05–4 Hz movement over about the last 3 s, all three axes. */
  readonly amplitudeG: number;
  /** Mean asynchrony against the pacer over the window; negative = ahead of the pulse. Given only `withPacer`. */
  readonly asynchronyMicros?: number;
  readonly asynchronySdMicros?: number;
  /** Whether the member moves with the pulse; absent without a pacer or while this is not known. */
  readonly withPacer?: boolean;
  readonly pacerScore?: Score;
  /** How far ahead of the others this member moves, micros; negative = behind. Three or more members only. */
  readonly leadMicros?: number;
  readonly quality: { readonly blankedShare: number; readonly missingShare: number };
}

export interface GroupReading {
  readonly verdict: Verdict;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  readonly score?: Score;
  /** Kuramoto R over members present and ok, mean over the window, [0, 1]. */
  readonly orderParameter?: number;
  /** (N R² − 1)/(N − 1), mean over the window, [−1/(N − 1), 1]. */
  readonly unbiasedR2?: number;
  /** Frank & Richardson's cluster-phase rho over the window, [0, 1]. */
  readonly clusterRho?: number;
  readonly tempoHz?: number;
  /** Ψ now, (−π, π]. */
  readonly meanPhaseRad?: number;
  readonly secondsUntilVerdict?: number;
}

/** The live reading: plain, JSON-able, never NaN or Infinity. */
export interface Reading {
  readonly estimator: string;
  readonly tMicros: number;
  readonly windowS: number;
  /** The assumption behind every chance floor: strangers' tempi lie within this share of the group's. */
  readonly strangerTempoSpread: number;
  /** From a movement to its live phase, excluding the link. */
  readonly delayMicros: number;
  readonly pacer?: { readonly beat: number; readonly phaseRad: number; readonly tempoHz?: number };
  readonly group: GroupReading;
  readonly members: readonly MemberReading[];
}

export interface WindowScore {
  readonly startMicros: number;
  readonly endMicros: number;
  readonly verdict: Verdict;
  readonly strangerTempoSpread: number;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  /** Chance-corrected, in [−1, 1]; absent where it is withheld, or too early to tell. */
  readonly score?: number;
  /** Median of what chance gives. */
  readonly chance?: number;
  /** Of all statistics together (Westfall & Young's min-P): the one to hold a rate over many windows with. */
  readonly p?: number;
  readonly observed?: number;
  readonly statistic?: Statistic;
  /** Share of the window in which two or more members had a phase, [0, 1]. */
  readonly coverage?: number;
  /** Where it is too early: about how much more of the same would decide it, s. */
  readonly secondsUntilVerdict?: number;
}

export interface StateShares {
  still: number;
  acquiring: number;
  ok: number;
  dropout: number;
}

/** What was repaired or refused, per member, since the start. */
export interface SampleCounts {
  readonly accepted: number;
  readonly notFinite: number;
  readonly allZero: number;
  readonly timeRepaired: number;
  readonly late: number;
}

export interface GroupScorer {
  /**
   * @param tMicros session clock, shape [count]; any order-preserving irregular sampling from 10 Hz up
   * @param accelG interleaved x, y, z in g, shape [3·count], with or without gravity
   * @throws SynchronyError `bad-member`, `bad-array`. Hostile values are repaired or counted, never believed.
   */
  pushSamples(member: number, tMicros: Float64Array, accelG: Float64Array, count: number): void;
  /** A pulse this member's own motor played: blanked from its movement. Must come before `advance` passes it. */
  pushOwnPulse(member: number, tOnMicros: number, durationMicros: number): void;
  /** Beat position of the pacer at a time (whole numbers are beats), or undefined where there is none. */
  setPacer(beatAt: ((tMicros: number) => number | undefined) | undefined): void;
  /** A late joiner, or an opt-out ('listening'). */
  setPresent(member: number, present: boolean): void;
  /** Processes the grid up to tMicros. Call it with now minus the link's latency: what arrives later is counted as late. */
  advance(tMicros: number): void;
  reading(): Reading;
  /** Each member's movement now, along its own axis, g; 0 in gaps, and before the first frame. For pictures. */
  movementG(): readonly number[];
  /** Verdict over [startMicros, endMicros) from the settled track. */
  scoreWindow(startMicros: number, endMicros: number, opts?: { readonly shifts?: number }): WindowScore;
  /** All dyads of the window that ended up to some seconds ago. For a few times a second at most. */
  dyads(): DyadMatrix;
  /** All dyads over [startMicros, endMicros) from the settled track. */
  scoreDyads(startMicros: number, endMicros: number, opts?: { readonly shifts?: number }): DyadMatrix;
  /** Each member with the others, and their onsets with the pacer, over the live window. For a few times a second at most. */
  timing(): TimingReading;
  scoreTiming(startMicros: number, endMicros: number): TimingReading;
  /** Verdict over everything kept: one test of the whole, not an OR over windows. */
  scoreWhole(): WindowScore;
  /** Shares of time since the start, or of [startMicros, endMicros); sum 1. `ambiguous-tempo` counts as `acquiring`. */
  stateShares(member: number, startMicros?: number, endMicros?: number): StateShares;
  sampleCounts(member: number): SampleCounts;
}
