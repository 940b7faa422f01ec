import { MAX_PERIOD_MICROS } from "@entrain/protocol";
import { PacingError } from "../errors.ts";
import { MAX_BPM, MIN_BPM, periodOfBpm } from "../tempo.ts";
import type { ChoralLine } from "./choral-text.ts";

/** When a syllable is felt. */
export interface SpokenBeat {
  readonly line: number;
  /** Index into the line's text. */
  readonly at: number;
  /** From the first beat of the text. */
  readonly tMicros: number;
  /** To the next beat, or to the end of the breath after the last. */
  readonly lastsMicros: number;
}

/**
 * The beats of a text at a tempo. Silent beats are as long as others, so a group that keeps the beat breathes together.
 *
 * @param bpm - beats a minute, silent ones counted
 * @throws PacingError `tempo-out-of-range`; `choral-text` where a breath would be longer than a band can count
 */
export const speak = (lines: readonly ChoralLine[], bpm: number): readonly SpokenBeat[] => {
  const periodMicros = periodOfBpm(bpm);
  let tMicros = 0;
  return lines.flatMap(({ beats }, line) =>
    beats.map(({ at, silentBeats }) => {
      const lastsMicros = (1 + silentBeats) * periodMicros;
      if (lastsMicros > MAX_PERIOD_MICROS)
        throw new PacingError(
          "choral-text",
          `expected breaths of at most ${String(MAX_PERIOD_MICROS / 1e6)} s, found ${(lastsMicros / 1e6).toFixed(1)} s after a beat of line ${String(line + 1)}: ` +
            `fewer '/' or a faster tempo (${String(MIN_BPM)} to ${String(MAX_BPM)} a minute)`,
        );
      const beat = { line, at, tMicros, lastsMicros };
      tMicros += lastsMicros;
      return beat;
    }),
  );
};
