import type { RecordedSession } from "../api.ts";

/** A stretch in which nothing was changed: one exercise, one tempo, or none. */
export interface Block {
  readonly startMicros: number;
  readonly endMicros: number;
  readonly exercise: string | undefined;
  readonly theme: string | undefined;
  /** Beats a minute; undefined where no pulse was played. */
  readonly bpm: number | undefined;
}

/** Shorter ones are the seam between two others. */
const SHORTEST_MICROS = 1e6;

/** The session in blocks, without gaps between them: a new one at each activity, tempo and stop. */
export const blocksOf = (session: RecordedSession): readonly Block[] => {
  const changes = [
    ...session.activities.map(({ tMicros, exercise, theme }) => ({ tMicros, change: { exercise, theme } })),
    ...session.plans.map(({ fromMicros, bpm }) => ({ tMicros: fromMicros, change: { bpm } })),
    ...session.stops.map(({ tMicros }) => ({ tMicros, change: { bpm: undefined } })),
  ].sort((a, b) => a.tMicros - b.tMicros);
  let state: Pick<Block, "exercise" | "theme" | "bpm"> = {
    exercise: session.config.exercise,
    theme: session.config.theme,
    bpm: undefined,
  };
  let startMicros: number = session.tStartMicros;
  const blocks: Block[] = [];
  const end = (endMicros: number): void => {
    if (endMicros - startMicros < SHORTEST_MICROS) return;
    blocks.push({ ...state, startMicros, endMicros });
    startMicros = endMicros;
  };
  for (const { tMicros, change } of changes) {
    end(Math.min(tMicros, session.tEndMicros));
    state = { ...state, ...change };
  }
  end(session.tEndMicros);
  return blocks;
};
