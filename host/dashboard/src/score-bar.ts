import type { Score } from "./api.ts";

/** Shares of the bar's length, 0 to 1. */
export interface ScoreBar {
  /** How far chance alone comes: the floor. */
  readonly floor: number;
  /** How far these movements came; never shown below the floor. */
  readonly reached: number;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The score turned back to the scale of what was observed: value = (observed − chance)/(1 − chance). */
export const scoreBar = ({ value, chance }: Score): ScoreBar => {
  const floor = clamp(chance);
  return { floor, reached: Math.max(floor, clamp(chance + value * (1 - chance))) };
};
