import type { DyadMatrix, DyadReading, Verdict } from "@entrain/synchrony";

/** Two members of a recording. Null: withheld, or not there. */
export interface ScoredDyad {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly score: number | null;
  readonly chance: number | null;
  readonly p: number | null;
  /** The false discovery rate at which this dyad would be called. */
  readonly q: number | null;
  readonly beyondChance: boolean;
  /** How far `a` is ahead of `b`, seconds; negative = behind. Only beyond chance. */
  readonly leadS: number | null;
  /** n:m as [n, m]: n·φ_a − m·φ_b stands still. [2, 1]: `b` moves in double time. */
  readonly order: readonly [number, number] | null;
  readonly plv: number | null;
  readonly envelope: number | null;
  /** What they share beyond a pacer, where the recording has one. */
  readonly partial: number | null;
  readonly partialP: number | null;
  /** Lagged correlation of their residual asynchronies: its peak nearest to 0, p, and how far `a` is ahead there, seconds. */
  readonly residualR: number | null;
  readonly residualP: number | null;
  readonly residualLeadS: number | null;
}

export interface ScoredDyads {
  readonly falseDiscoveryRate: number;
  readonly tested: number;
  readonly beyondChance: number;
  readonly pairs: readonly ScoredDyad[];
}

/** In a recording nobody waits for more. */
export const inHindsight = (reason: string, reasonCode: string | undefined): string =>
  reasonCode === "too-early" ? reason.replace("too early", "too short to tell") : reason;

const scoredDyad = (dyad: DyadReading): ScoredDyad => ({
  a: dyad.a,
  b: dyad.b,
  verdict: dyad.verdict,
  ...(dyad.reason !== undefined && { reason: inHindsight(dyad.reason, dyad.reasonCode) }),
  score: dyad.score ?? null,
  chance: dyad.chance ?? null,
  p: dyad.p ?? null,
  q: dyad.q ?? dyad.p ?? null,
  beyondChance: dyad.beyondChance,
  leadS: dyad.leadS ?? null,
  order: dyad.order ?? null,
  plv: dyad.plv ?? null,
  envelope: dyad.envelope ?? null,
  partial: dyad.beyondPacer?.partial ?? null,
  partialP: dyad.beyondPacer?.p ?? null,
  residualR: dyad.beyondPacer?.residualR ?? null,
  residualP: dyad.beyondPacer?.residualP ?? null,
  residualLeadS: dyad.beyondPacer?.residualLeadS ?? null,
});

/** All dyads as a recording keeps them. */
export const scoredDyads = ({ falseDiscoveryRate, tested, beyondChance, pairs }: DyadMatrix): ScoredDyads => ({
  falseDiscoveryRate,
  tested,
  beyondChance,
  pairs: pairs.map(scoredDyad),
});

/** Where nobody was there at the same time as everybody else. */
export const withheldDyads = (names: readonly string[], falseDiscoveryRate: number, reason: string): ScoredDyads => ({
  falseDiscoveryRate,
  tested: 0,
  beyondChance: 0,
  pairs: names.flatMap((a, i) =>
    names.slice(i + 1).map((b) => ({
      a,
      b,
      verdict: "withheld" as const,
      reason,
      score: null,
      chance: null,
      p: null,
      q: null,
      beyondChance: false,
      leadS: null,
      order: null,
      plv: null,
      envelope: null,
      partial: null,
      partialP: null,
      residualR: null,
      residualP: null,
      residualLeadS: null,
    })),
  ),
});
