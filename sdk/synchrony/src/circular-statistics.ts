/** A sample of angles in short (Mardia & Jupp 2000). */
export interface CircularSummary {
  readonly count: number;
  /** (−π, π]; of no use where the resultant is near 0. */
  readonly meanRad: number;
  /** Resultant length R: 1 where all agree, 0 where they cancel. */
  readonly resultant: number;
  /** Rayleigh's z = n R². */
  readonly rayleighZ: number;
}

/**
 * Mean, resultant length and Rayleigh's z of angles.
 *
 * @param angles radians, any turn; what is not finite is left out
 * @returns undefined where none is left
 * @example circularSummary([0, Math.PI / 2])?.meanRad // π/4
 */
export const circularSummary = (angles: Iterable<number>): CircularSummary | undefined => {
  let count = 0;
  let re = 0;
  let im = 0;
  for (const rad of angles) {
    if (!Number.isFinite(rad)) continue;
    count++;
    re += Math.cos(rad);
    im += Math.sin(rad);
  }
  if (count === 0) return undefined;
  const resultant = Math.min(1, Math.hypot(re, im) / count);
  return { count, meanRad: Math.atan2(im, re), resultant, rayleighZ: count * resultant * resultant };
};

/**
 * P of Rayleigh's test: how often angles from nowhere in particular agree as much (Wilkie 1983, good to 3 digits from n = 10).
 *
 * @example rayleighP({ count: 10, rayleighZ: 0, meanRad: 0, resultant: 0 }) // 1
 */
export const rayleighP = ({ count, rayleighZ }: CircularSummary): number =>
  Math.min(1, Math.exp(Math.sqrt(1 + 4 * count + 4 * (count * count - rayleighZ * count)) - (1 + 2 * count)));
