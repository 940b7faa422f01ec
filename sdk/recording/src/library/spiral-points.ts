import type { SessionSummary } from "./summary.ts";

/** A session on the spiral. Nothing in it depends on a score. */
export interface SpiralPoint {
  readonly session: SessionSummary;
  /** What was done: its direction on the spiral. */
  readonly exercise: string;
  /** In turns from the first session on; the fraction is the exercise's direction. */
  readonly turns: number;
  /** How often this exercise was done up to here, from 1. */
  readonly visit: number;
}

export interface Spiral {
  /** In the order in which they were first done; each has its share of a turn. */
  readonly exercises: readonly string[];
  readonly points: readonly SpiralPoint[];
}

const NO_EXERCISE = "without a name";

/** What a session stands for on the spiral: what was done first in it, or else its theme. */
const exerciseOf = ({ exercises, theme }: SessionSummary): string => exercises[0] ?? theme ?? NO_EXERCISE;

/**
 * Places sessions on a spiral: the direction says what was done, and each session lies further out than the one before.
 * Who comes back to an exercise comes back to its direction, one turn or more further on: the same place, another level.
 */
export const spiralOf = (sessions: readonly SessionSummary[]): Spiral => {
  const inOrder = [...sessions].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const exercises = [...new Set(inOrder.map(exerciseOf))];
  const visits = new Map<string, number>();
  let turns = -Infinity;
  const points = inOrder.map((session): SpiralPoint => {
    const exercise = exerciseOf(session);
    const direction = exercises.indexOf(exercise) / exercises.length;
    // The next time that the spiral passes this direction; with one exercise alone, a whole turn on.
    turns = Number.isFinite(turns) ? direction + Math.floor(turns - direction + 1e-9) + 1 : direction;
    const visit = (visits.get(exercise) ?? 0) + 1;
    visits.set(exercise, visit);
    return { session, exercise, turns, visit };
  });
  return { exercises, points };
};
