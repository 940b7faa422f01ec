import type { ExportedReading, RecordedSession } from "@entrain/recording";
import type { Verdict, WindowScore } from "@entrain/synchrony";
import type { Span } from "./spans.ts";

/** One window of the group, in seconds from the start. */
export interface WindowModel extends Span {
  readonly verdict: Verdict;
  /** Chance-corrected: 0 is chance, 1 is alike. */
  readonly score: number | undefined;
  /** What chance gives, before the correction. */
  readonly chance: number | undefined;
  /** Of all statistics together. */
  readonly p: number | undefined;
  readonly reason: string | undefined;
  /** Shared more than chance would have it, with the rate of false finds controlled. */
  readonly together: boolean;
}

/** What of a window's score the report tells. */
type ScoredSpan = Pick<WindowScore, "startMicros" | "endMicros" | "verdict" | "reason" | "score" | "chance" | "p">;

const MICROS = 1e6;
const VERDICTS: ReadonlySet<string> = new Set<Verdict>(["in-sync", "not-in-sync", "undecided", "withheld"]);
const isVerdict = (text: string): text is Verdict => VERDICTS.has(text);

/** Of the live readings every so many, so that no two windows overlap. */
const windowsOfReadings = (session: RecordedSession, readings: readonly ExportedReading[]): ScoredSpan[] => {
  const scores: ScoredSpan[] = [];
  let freeFrom: number = session.tStartMicros;
  for (const { tMicros, windowS, verdict, reason, score, chance, p } of readings) {
    const startMicros = tMicros - windowS * MICROS;
    if (startMicros < freeFrom || !isVerdict(verdict)) continue;
    freeFrom = tMicros;
    scores.push({
      startMicros,
      endMicros: tMicros,
      verdict,
      ...(reason !== undefined && { reason }),
      ...(score !== undefined && { score }),
      ...(chance !== undefined && { chance }),
      ...(p !== undefined && { p }),
    });
  }
  return scores;
};

/** Windows that do not overlap: scored anew, or else those of the live readings. */
export const windowModels = (
  session: RecordedSession,
  scored: readonly ScoredSpan[],
  readings: readonly ExportedReading[],
): readonly Omit<WindowModel, "together">[] =>
  (scored.length > 0 ? scored : windowsOfReadings(session, readings)).map((window) => ({
    startS: (window.startMicros - session.tStartMicros) / MICROS,
    endS: (window.endMicros - session.tStartMicros) / MICROS,
    verdict: window.verdict,
    score: window.score,
    chance: window.chance,
    p: window.p,
    reason: window.reason,
  }));
