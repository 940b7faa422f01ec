import { MAX_PERIOD_MICROS, SEGMENT_NUMBERS } from "@entrain/protocol";
import { PacingError } from "../errors.ts";
import { MAX_BPM, MIN_BPM, periodOfBpm } from "../tempo.ts";
import type { ChoralLine } from "./choral-text.ts";

/** Segments of one plan: with more, its line would be longer than a band takes. */
const MAX_SEGMENTS = 12;

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

/** A stretch of the text that one plan plays: its tempo map has a beat for each syllable that is felt. */
export interface ChoralStretch {
  readonly fromMicros: number;
  readonly beats: number;
  /** Triples (beats, periodMicros, periodStepMicros), as a plan has them. */
  readonly segments: Float64Array;
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

/** Beats of the same length in a row, as one segment. */
const runsOf = (beats: readonly SpokenBeat[]): { beats: number; periodMicros: number }[] => {
  const runs: { beats: number; periodMicros: number }[] = [];
  for (const { lastsMicros } of beats) {
    const last = runs.at(-1);
    if (last?.periodMicros === lastsMicros) last.beats++;
    else runs.push({ beats: 1, periodMicros: lastsMicros });
  }
  return runs;
};

/** The stretches to play one after the other, each small enough for one plan. */
export const stretchesOf = (beats: readonly SpokenBeat[]): readonly ChoralStretch[] => {
  const stretches: ChoralStretch[] = [];
  const runs = runsOf(beats);
  let fromMicros = 0;
  for (let i = 0; i < runs.length; i += MAX_SEGMENTS) {
    const part = runs.slice(i, i + MAX_SEGMENTS);
    const segments = new Float64Array(part.length * SEGMENT_NUMBERS);
    part.forEach((run, k) => {
      segments.set([run.beats, run.periodMicros, 0], k * SEGMENT_NUMBERS);
    });
    stretches.push({ fromMicros, beats: part.reduce((sum, run) => sum + run.beats, 0), segments });
    fromMicros += part.reduce((sum, run) => sum + run.beats * run.periodMicros, 0);
  }
  return stretches;
};
