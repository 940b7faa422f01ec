import type { MemberState, ReasonCode, Statistic, Verdict } from "../api.ts";

/** What two members share beyond the pacer that both hear. */
export interface BeyondPacer {
  /** Partial phase locking (Schelter et al. 2006), [0, 1]. Hides what two share who follow the pacer well, too. */
  readonly partial: number;
  /** What each following the pacer in their own way would give, median, and p. Only where both follow it. */
  readonly chance?: number;
  readonly p?: number;
  /** Lagged correlation of residual asynchronies, its peak nearest to 0, and how far the first is ahead there, seconds. */
  readonly residualR?: number;
  /** In recordings: how often residuals turned against each other peak as high. */
  readonly residualP?: number;
  readonly residualLeadS?: number;
}

/** Two members. Figures are absent where they are withheld. */
export interface DyadReading {
  /** Members, by number and by name; i < j. */
  readonly i: number;
  readonly j: number;
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  readonly secondsUntilVerdict?: number;
  /** The statistic that shows most: its score, (observed − median of chance)/(1 − median), and that median. */
  readonly statistic?: Statistic;
  readonly score?: number;
  readonly chance?: number;
  /** Over all statistics of this dyad. */
  readonly p?: number;
  /** The false discovery rate at which it would be called. */
  readonly q?: number;
  /** Whether it is beyond chance at the stated rate. */
  readonly beyondChance: boolean;
  /** [n, m]: n movements of `b` go with m of `a`, as n·φ_a − m·φ_b stands still. [2, 1]: `b` moves in double time. */
  readonly order?: readonly [number, number];
  /** n:m phase locking |⟨e^{i(nφ_a − mφ_b)}⟩|, [0, 1]. */
  readonly plv?: number;
  /** Its real part, [−1, 1]: phases alike. */
  readonly cos?: number;
  /** arg⟨e^{i(nφ_a − mφ_b)}⟩, (−π, π]. */
  readonly offsetRad?: number;
  /** Correlation of how strongly they move, [−1, 1]. */
  readonly envelope?: number;
  /** Lagged correlation, its peak nearest to 0 (Boker et al. 2002): height, and how far `a` is ahead there, seconds. 1:1 only. */
  readonly lagged?: { readonly r: number; readonly lagS?: number };
  /** How far `a` is ahead of `b`, seconds; negative = behind. Only beyond chance. */
  readonly leadS?: number;
  readonly beyondPacer?: BeyondPacer;
  /** Share of the window in which both have a phase, [0, 1]. */
  readonly commonShare: number;
}

/** All dyads of a group over one window: plain, JSON-able, never NaN or Infinity. */
export interface DyadMatrix {
  readonly estimator: string;
  /** On the session clock. */
  readonly startMicros: number;
  readonly endMicros: number;
  readonly windowS: number;
  /** From a movement to the end of the window that shows it, excluding the link: the window's age. */
  readonly delayMicros: number;
  readonly falseDiscoveryRate: number;
  /** Dyads that were tested, and those beyond chance at that rate. */
  readonly tested: number;
  readonly beyondChance: number;
  readonly pairs: readonly DyadReading[];
}

/** A member with the others: |⟨e^{i(φ_k − Ψ₋k)}⟩|, Ψ₋k the mean phase of all but this one. */
export interface WithOthers {
  readonly lock: number;
  readonly chance: number;
  readonly p: number;
  readonly q: number;
  readonly beyondChance: boolean;
  /** (lock − chance)/(1 − chance). Only beyond chance. */
  readonly score?: number;
  /** How far ahead of the others, seconds; negative = behind. Only beyond chance. */
  readonly leadS?: number;
}

/** Movement onsets against the pacer's beats. */
export interface PacerTiming {
  readonly beats: number;
  readonly matched: number;
  /** Beats without a movement, and movements without a beat. */
  readonly missed: number;
  readonly extra: number;
  /** Negative = ahead of the beat, as is normal. Milliseconds. */
  readonly meanMs?: number;
  readonly sdMs?: number;
  /** SD ÷ period. */
  readonly sdRatio?: number;
  readonly circularMeanMs?: number;
  /** Resultant length R, [0, 1], and Rayleigh's z = nR². */
  readonly circularR?: number;
  readonly rayleighZ?: number;
  /** Phase correction: share of an asynchrony that the next interval makes up for. From 20 consecutive onsets on. */
  readonly alpha?: number;
}

export interface MemberTiming {
  readonly name: string;
  readonly state: MemberState;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  /** Three or more members only. */
  readonly withOthers?: WithOthers;
  /** From onsets, where the movement has impacts and a pacer is set. */
  readonly pacer?: PacerTiming;
  /** Onsets (hits, claps) in the window. */
  readonly onsets: number;
}

/** Timing of each member: with the others, and with the pacer. */
export interface TimingReading {
  readonly estimator: string;
  readonly tMicros: number;
  readonly windowS: number;
  readonly falseDiscoveryRate: number;
  readonly members: readonly MemberTiming[];
}
