import { MICROS_PER_SECOND } from "@entrain/protocol";
import { type ByteSource, readEntries, type RecordedSession } from "@entrain/recording";
import type { WindowScore } from "@entrain/synchrony";
import { Replayer } from "./replayer.ts";

/** The settled phase lies a couple of cycles behind; the slowest movement that is scored takes 20 s a cycle. */
const SETTLE_S = 45;
/** Many more than live, so that one window among an hour's can be told from chance. */
const SHIFTS = 999;

export interface ScoreSessionOpts {
  readonly source: ByteSource;
  readonly session: RecordedSession;
  readonly shifts?: number;
}

/**
 * Scores a recorded session in windows that do not overlap, as long as those of its live readings: each is a test of its
 * own. Memory does not grow with the length of the session, but for the scores themselves.
 *
 * @returns nothing where the raw motion was not kept
 */
export const scoreSession = async ({ source, session, shifts = SHIFTS }: ScoreSessionOpts): Promise<WindowScore[]> => {
  const { config, tEndMicros } = session;
  if (config.omitted?.includes("frame") === true) return [];
  const windowMicros = config.scoring.windowS * MICROS_PER_SECOND;
  const replayer = await Replayer.create(config);
  const { scorer } = replayer.pipeline;
  const scores: WindowScore[] = [];
  let startMicros: number = config.scoring.tStartMicros;
  const scoreUpTo = (readMicros: number): void => {
    for (; startMicros + windowMicros <= readMicros; startMicros += windowMicros)
      scores.push(scorer.scoreWindow(startMicros, startMicros + windowMicros, { shifts }));
  };
  for await (const batch of readEntries(source, () => undefined)) {
    for (const { entry } of batch) {
      replayer.take(entry);
      if (entry.kind === "tick") scoreUpTo(entry.readAtMicros - SETTLE_S * MICROS_PER_SECOND);
    }
  }
  scorer.advance(tEndMicros + SETTLE_S * MICROS_PER_SECOND);
  scoreUpTo(tEndMicros);
  return scores;
};
