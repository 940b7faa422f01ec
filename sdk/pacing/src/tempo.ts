import { MAX_PERIOD_MICROS, MICROS_PER_SECOND, MIN_PERIOD_MICROS } from "@entrain/protocol";
import { PacingError } from "./errors.ts";

const SECONDS_PER_MINUTE = 60;

/** Beats a minute that a plan may have. */
export const MIN_BPM = (SECONDS_PER_MINUTE * MICROS_PER_SECOND) / MAX_PERIOD_MICROS;
export const MAX_BPM = (SECONDS_PER_MINUTE * MICROS_PER_SECOND) / MIN_PERIOD_MICROS;

/**
 * The beat period of a tempo, in µs.
 *
 * @param bpm - beats a minute, {@link MIN_BPM} to {@link MAX_BPM}
 * @throws PacingError `tempo-out-of-range`
 * @example
 * ```ts
 * periodOfBpm(100) === 600_000;
 * ```
 */
export const periodOfBpm = (bpm: number): number => {
  if (!(bpm >= MIN_BPM && bpm <= MAX_BPM)) {
    throw new PacingError(
      "tempo-out-of-range",
      `expected a tempo of ${String(MIN_BPM)} to ${String(MAX_BPM)} beats a minute, found ${String(bpm)}`,
    );
  }
  return (SECONDS_PER_MINUTE * MICROS_PER_SECOND) / bpm;
};
