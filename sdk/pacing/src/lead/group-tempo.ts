import { medianOf } from "./median.ts";

/** Somebody who moves twice to a beat, or once to two, tells the beat as well, if a little less surely. */
const OCTAVES = [
  { ratio: 1, weight: 1 },
  { ratio: 2, weight: 0.7 },
  { ratio: 0.5, weight: 0.7 },
] as const;
/** Tempi this near count as one, as a share: about what people take up without being asked to. */
const KERNEL_SHARE = 0.08;

const nearness = (ratio: number): number => Math.exp(-0.5 * (Math.log(ratio) / KERNEL_SHARE) ** 2);

/** A tempo moved by octaves as near as may be to another one. */
export const foldedTo = (tempoHz: number, nearHz: number): number => {
  let folded = tempoHz;
  for (const { ratio } of OCTAVES) {
    if (Math.abs(Math.log((tempoHz * ratio) / nearHz)) < Math.abs(Math.log(folded / nearHz))) folded = tempoHz * ratio;
  }
  return folded;
};

/**
 * A group's own tempo: the mode of its members' tempi, seen through a Gaussian kernel over their logarithms, with those
 * in half and in double time counted at the tempo that they imply. Outliers do not move it, as they would a mean; where
 * there is no mode it is what most could take up. Refined by the median of those near it.
 *
 * @param tempiHz - one a member; what is not finite and positive is left out
 * @returns Hz within the range, or undefined where nobody's tempo can be brought there by an octave
 */
export const groupTempoHz = (
  tempiHz: readonly number[],
  range: { readonly slowestHz: number; readonly fastestHz: number },
): number | undefined => {
  const known = tempiHz.filter((tempoHz) => Number.isFinite(tempoHz) && tempoHz > 0);
  const support = (candidateHz: number): number =>
    known.reduce(
      (sum, hz) => sum + Math.max(...OCTAVES.map(({ ratio, weight }) => weight * nearness((hz * ratio) / candidateHz))),
      0,
    );
  let [bestHz, best]: [number | undefined, number] = [undefined, 0];
  for (const { ratio } of OCTAVES) {
    for (const tempoHz of known) {
      const candidateHz = tempoHz * ratio;
      if (candidateHz < range.slowestHz || candidateHz > range.fastestHz) continue;
      const found = support(candidateHz);
      if (found > best + 1e-9) [bestHz, best] = [candidateHz, found];
    }
  }
  if (bestHz === undefined) return undefined;
  const modeHz = bestHz;
  const near = known
    .map((tempoHz) => foldedTo(tempoHz, modeHz))
    .filter((tempoHz) => Math.abs(Math.log(tempoHz / modeHz)) < 1.5 * KERNEL_SHARE);
  const tempoHz = medianOf(near);
  return Math.min(range.fastestHz, Math.max(range.slowestHz, tempoHz));
};
