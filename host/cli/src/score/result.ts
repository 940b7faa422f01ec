import type { RecordingScore, ScoredWindow } from "@entrain/session";

/** What `--json` prints and `score.json` holds; score.schema.json describes it. */
export type ScoreResult = Omit<RecordingScore, "trace">;

/** JSON has no NaN; a number that is none is withheld. */
const orNull = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

const plainWindow = ({ startS, endS, verdict, reason, score, chance, p }: ScoredWindow): ScoredWindow => ({
  startS,
  endS,
  verdict,
  score: orNull(score),
  chance: orNull(chance),
  p: orNull(p),
  ...(reason !== undefined && { reason }),
});

/** The result as others read it: the picture's trace left out. */
export const resultOf = (score: RecordingScore): ScoreResult => ({
  verdict: score.verdict,
  reason: score.reason,
  score: orNull(score.score),
  chance: orNull(score.chance),
  p: orNull(score.p),
  windowS: score.windowS,
  durationS: score.durationS,
  windows: score.windows.map(plainWindow),
  members: score.members.map(({ name, samples, rateHz, states: { still, acquiring, ok, dropout } }) => ({
    name,
    samples,
    rateHz,
    states: { still, acquiring, ok, dropout },
  })),
  estimator: score.estimator,
});

export const toJson = (result: ScoreResult): string => `${JSON.stringify(result, null, 2)}\n`;
