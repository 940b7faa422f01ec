/** Largest distance of the empirical distribution from the uniform one (Kolmogorov–Smirnov). */
export const ksDistance = (values: readonly number[]): number =>
  [...values]
    .sort((a, b) => a - b)
    .reduce((most, p, i) => Math.max(most, Math.abs(p - i / values.length), Math.abs(p - (i + 1) / values.length)), 0);

/** Exceeded by one uniform sample of this size in a hundred. */
export const ksLimit = (count: number): number => 1.63 / Math.sqrt(count);
