import type { Stress } from "./word-stress.ts";

/** Adds every second place of a run of weak syllables, from a beat on; the last place before the next beat stays weak. */
const promote = (isBeat: boolean[], from: number, to: number): void => {
  for (let at = from; at < to; at += 2) isBeat[at] = true;
};

/**
 * Which syllables of a line are felt. A lesser stress counts where no stronger one is beside it; three weak syllables in a
 * row, or two at an end of the line, take a beat between them, as they do when a group speaks together ('promotion',
 * Attridge 1982, The Rhythms of English Poetry).
 *
 * @param stresses of shape [syllables]
 * @returns of the same shape; at least one is true
 */
export const beatsOfLine = (stresses: readonly Stress[]): boolean[] => {
  const isBeat = stresses.map(
    (stress, i) => stress === 1 || (stress === 2 && stresses[i - 1] !== 1 && stresses[i + 1] !== 1),
  );
  const first = isBeat.indexOf(true);
  if (first < 0) {
    promote(isBeat, stresses.length > 1 ? 1 : 0, stresses.length);
    return isBeat;
  }
  for (let at = first - 2; at >= 0; at -= 2) isBeat[at] = true;
  const last = isBeat.lastIndexOf(true);
  for (let from = first; from < last;) {
    const next = isBeat.indexOf(true, from + 1);
    if (next - from > 3) promote(isBeat, from + 2, next - 1);
    from = next;
  }
  promote(isBeat, last + 2, stresses.length);
  return isBeat;
};
