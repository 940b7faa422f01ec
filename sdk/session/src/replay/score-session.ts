import { MICROS_PER_SECOND } from "@entrain/protocol";
import { type ByteSource, readEntries, type RecordedSession } from "@entrain/recording";
import type { GroupScorer, WindowScore } from "@entrain/synchrony";
import { Replayer } from "./replayer.ts";

/** The settled phase lies a couple of cycles behind; the slowest movement that is scored takes 20 s a cycle. */
const SETTLE_S = 45;
const SHIFTS = 199;
const CLOSER_SHIFTS = 1999;
const CLOSER_P = 0.05;

/** A first look, and a closer one at what it leaves open: one window among an hour's is to be told from chance. */
export const scoreTwice = (scorer: GroupScorer, startMicros: number, endMicros: number): WindowScore => {
  const look = (shifts: number): WindowScore => scorer.scoreWindow(startMicros, endMicros, { shifts });
  const first = look(SHIFTS);
  return (first.p ?? 1) <= CLOSER_P ? look(CLOSER_SHIFTS) : first;
};

export interface ScoreSessionOpts {
  readonly source: ByteSource;
  readonly session: RecordedSession;
}

/**
 * Scores a recorded session in windows that do not overlap, as long as those of its live readings: each is a test of its
 * own. Memory does not grow with the length of the session, but for the scores themselves.
 *
 * @returns nothing where the raw motion was not kept
 */
export const scoreSession = async ({ source, session }: ScoreSessionOpts): Promise<WindowScore[]> => {
  const { config, tEndMicros } = session;
  if (config.omitted?.includes("frame") === true) return [];
  const windowMicros = config.scoring.windowS * MICROS_PER_SECOND;
  const replayer = await Replayer.create(config);
  const { scorer } = replayer.pipeline;
  const scores: WindowScore[] = [];
  let startMicros: number = config.scoring.tStartMicros;
  const scoreUpTo = (readMicros: number): void => {
    for (; startMicros + windowMicros <= readMicros; startMicros += windowMicros)
      scores.push(scoreTwice(scorer, startMicros, startMicros + windowMicros));
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
