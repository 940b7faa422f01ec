import { PacingError } from "../errors.ts";
import { MAX_BEATS_PER_BAR } from "../pattern.ts";

export interface Metre {
  readonly beatsPerBar: number;
  /** Beats, from 0, that begin a group: those of "2+2+3" are 0, 2 and 4. */
  readonly groupStarts: readonly number[];
}

const FORM = /^\d{1,2}(\+\d{1,2})*$/;

/**
 * Reads a metre, plain as `"4"` or additive as `"2+2+3"`.
 *
 * @throws PacingError `pattern-out-of-range`
 * @example
 * ```ts
 * parseMetre("2+2+3").groupStarts; // [0, 2, 4]
 * ```
 */
export const parseMetre = (text: string): Metre => {
  const groups = FORM.test(text) ? text.split("+").map(Number) : [];
  const beatsPerBar = groups.reduce((sum, beats) => sum + beats, 0);
  if (groups.length === 0 || groups.includes(0) || beatsPerBar > MAX_BEATS_PER_BAR) {
    throw new PacingError(
      "pattern-out-of-range",
      `expected a metre such as "4" or "2+2+3" of 1 to ${String(MAX_BEATS_PER_BAR)} beats, found "${text}"`,
    );
  }
  return { beatsPerBar, groupStarts: groups.map((_, i) => groups.slice(0, i).reduce((sum, beats) => sum + beats, 0)) };
};
