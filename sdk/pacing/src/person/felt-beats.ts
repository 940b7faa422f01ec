import { MAX_BEATS_PER_BAR, type Pattern } from "../pattern.ts";
import type { PersonSettings } from "./settings.ts";

/** n and m of `"n:m"`. */
export const partOfBeats = (ratio: string): readonly [felt: number, of: number] => {
  const [felt = 1, of = 1] = ratio.split(":").map(Number);
  return [felt, of];
};

const multipleOf = (beats: number, of: number): number => {
  let most = beats;
  while (most % of !== 0) most += beats;
  return most;
};

/**
 * A pattern with less in it, for one person: no pulse that was not there, and none that is stronger. Where bars and ratio
 * fit no common cycle of 16 beats, the ratio counts anew in each cycle, and beats over at its end are silent.
 *
 * @param barBeats - beats of a bar; a pattern may take several
 */
export const simplified = (pattern: Pattern, barBeats: number, settings: PersonSettings): Pattern => {
  const { simplify, ratio = "1:1" } = settings;
  if (simplify === undefined && ratio === "1:1") return pattern;
  const [felt, of] = partOfBeats(ratio);
  const whole = multipleOf(pattern.beatsPerBar, of);
  const cycle = whole <= MAX_BEATS_PER_BAR ? whole : pattern.beatsPerBar;
  const counted = Math.floor(cycle / of) * of;
  const beats = Array.from({ length: cycle }, (_, beat) => beat);
  const isFelt = (beat: number): boolean =>
    beat < counted && beat % of < felt && (simplify !== "first-of-bar" || beat % barBeats === 0);
  const within = (list: readonly number[], beat: number): boolean => list.includes(beat % pattern.beatsPerBar);
  return {
    ...pattern,
    beatsPerBar: cycle,
    subdivision: simplify === undefined ? pattern.subdivision : 1,
    accents: beats.filter((beat) => within(pattern.accents, beat)),
    mutes: beats.filter((beat) => !isFelt(beat) || within(pattern.mutes, beat)),
  };
};
