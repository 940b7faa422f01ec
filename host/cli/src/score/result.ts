import type { RecordingScore, ScoredDyad, ScoredDyads, ScoredWindow } from "@entrain/session";
import type { StateShares } from "@entrain/synchrony";

/** What `--json` prints and `score.json` holds; score.schema.json describes it. */
export type ScoreResult = Omit<RecordingScore, "trace">;

/** JSON has no NaN; a number that is none is withheld. */
const orNull = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

const plainStates = ({ still, acquiring, ok, dropout }: StateShares): StateShares => ({
  still,
  acquiring,
  ok,
  dropout,
});

const plainDyad = (dyad: ScoredDyad): ScoredDyad => ({
  a: dyad.a,
  b: dyad.b,
  verdict: dyad.verdict,
  ...(dyad.reason !== undefined && { reason: dyad.reason }),
  score: orNull(dyad.score),
  chance: orNull(dyad.chance),
  p: orNull(dyad.p),
  q: orNull(dyad.q),
  beyondChance: dyad.beyondChance,
  leadS: orNull(dyad.leadS),
  order: dyad.order,
  plv: orNull(dyad.plv),
  envelope: orNull(dyad.envelope),
  partial: orNull(dyad.partial),
  partialP: orNull(dyad.partialP),
  residualR: orNull(dyad.residualR),
  residualP: orNull(dyad.residualP),
  residualLeadS: orNull(dyad.residualLeadS),
});

const plainDyads = ({ falseDiscoveryRate, tested, beyondChance, pairs }: ScoredDyads): ScoredDyads => ({
  falseDiscoveryRate,
  tested,
  beyondChance,
  pairs: pairs.map(plainDyad),
});

const plainWindow = ({ reason, dyads, ...window }: ScoredWindow): ScoredWindow => ({
  startS: window.startS,
  endS: window.endS,
  verdict: window.verdict,
  score: orNull(window.score),
  chance: orNull(window.chance),
  p: orNull(window.p),
  statistic: window.statistic,
  coverage: window.coverage,
  moreS: orNull(window.moreS),
  states: window.states.map(plainStates),
  ...(reason !== undefined && { reason }),
  ...(dyads !== undefined && { dyads: plainDyads(dyads) }),
});

/** The result as others read it: the picture's trace left out. */
export const resultOf = (score: RecordingScore): ScoreResult => ({
  verdict: score.verdict,
  reason: score.reason,
  score: orNull(score.score),
  chance: orNull(score.chance),
  p: orNull(score.p),
  strangerTempoSpread: score.strangerTempoSpread,
  windowS: score.windowS,
  durationS: score.durationS,
  windows: score.windows.map(plainWindow),
  members: score.members.map(({ name, samples, rateHz, states }) => ({
    name,
    samples,
    rateHz,
    states: plainStates(states),
  })),
  dyads: plainDyads(score.dyads),
  estimator: score.estimator,
});

export const toJson = (result: ScoreResult): string => `${JSON.stringify(result, null, 2)}\n`;
