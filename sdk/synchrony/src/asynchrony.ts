import type { FrameTrack } from "./internal/growable.ts";

/** A movement against the pulse. */
export interface Asynchrony {
  /** Circular mean, micros; negative = ahead of the pulse, as is normal. */
  readonly meanMicros: number;
  /** Circular SD √(−2 ln R), micros. */
  readonly sdMicros: number;
  /** Resultant length R, [0, 1]. */
  readonly resultant: number;
}

/**
 * Asynchrony of phase against phase over frames [from, to): the movement's own landmark (phase 0: the peak of acceleration
 * on its axis) against the beat.
 *
 * @returns undefined below 10 common frames
 */
export const asynchrony = (
  member: FrameTrack,
  pacer: FrameTrack,
  from: number,
  to: number,
  tempoHz: number,
): Asynchrony | undefined => {
  let re = 0;
  let im = 0;
  let count = 0;
  for (let f = from; f < to; f++) {
    const difference = member.at(f) - pacer.at(f);
    if (Number.isNaN(difference)) continue;
    re += Math.cos(difference);
    im += Math.sin(difference);
    count++;
  }
  if (count < 10 || !(tempoHz > 0)) return undefined;
  const resultant = Math.min(1, Math.hypot(re, im) / count);
  const microsPerRad = 1e6 / (2 * Math.PI * tempoHz);
  return {
    meanMicros: -Math.atan2(im, re) * microsPerRad,
    sdMicros: Math.sqrt(-2 * Math.log(Math.max(1e-12, resultant))) * microsPerRad,
    resultant,
  };
};
