import type { RecordedSession } from "../api.ts";
import type { RecordedTrial } from "../exercise-state.ts";

/** A stretch in which nothing was changed: one exercise, one tempo, or none. */
export interface Block {
  readonly startMicros: number;
  readonly endMicros: number;
  readonly exercise: string | undefined;
  readonly theme: string | undefined;
  /** Beats a minute; undefined where no pulse was played. */
  readonly bpm: number | undefined;
  /** Where it is a trial of an experiment. */
  readonly trial?: RecordedTrial;
}

/** Shorter ones are the seam between two others. */
const SHORTEST_MICROS = 1e6;

const COUNTED: ReadonlySet<string> = new Set(["running", "cue"]);

/** The trials of experiments, each from when it ran to when something else did; one that was begun anew is two. */
export const experimentTrials = (session: RecordedSession): readonly Block[] => {
  const trials: Block[] = [];
  let open: Omit<Block, "endMicros"> | undefined;
  const close = (endMicros: number): void => {
    if (open !== undefined) trials.push({ ...open, endMicros });
    open = undefined;
  };
  for (const { tMicros, exercise } of session.steps) {
    const trial = COUNTED.has(exercise.state) ? exercise.trial : undefined;
    if (trial !== undefined && open?.trial?.trial === trial.trial && open.trial.experiment === trial.experiment)
      continue;
    close(tMicros);
    if (trial === undefined) continue;
    const hasBeat = exercise.roles.some((role) => role === "pattern" || role === "breath");
    const plan = hasBeat ? session.plans.findLast((each) => each.fromMicros <= tMicros + SEAM_MICROS) : undefined;
    open = { startMicros: tMicros, exercise: exercise.name, theme: session.config.theme, bpm: plan?.bpm, trial };
  }
  close(session.tEndMicros);
  return trials;
};
/** A plan holds from the moment at which its step runs; the two are rounded apart. */
const SEAM_MICROS = 1_000;

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
