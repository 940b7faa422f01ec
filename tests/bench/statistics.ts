/** The middle of a sample; of an even number, the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
};

/** The value that a share of a sample does not exceed. @param share - 0 to 1 */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Processor time of this process, which waiting for others on a shared machine does not lengthen. */
export const processorMicros = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Median processor time of several rounds, after one to warm up. */
export const medianMicros = (rounds: number, work: () => void): number => {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const begun = processorMicros();
      work();
      return processorMicros() - begun;
    }),
  );
};
