const MICROS_PER_MINUTE = 60_000_000;
/** Movements faster than this are parts of one, slower ones no beat; 240 and 24 a minute. */
const SHORTEST_MICROS = 250_000;
const LONGEST_MICROS = 2_500_000;
/** Intervals that count. */
const KEPT = 4;

/**
 * The tempo of the last few of a row of taps or movements: the median of the intervals, which one that was missed or
 * doubled does not move.
 *
 * @param times - µs, in order
 * @returns beats a minute; undefined where there are fewer than three intervals that could be beats
 */
export const tempoOfTaps = (times: readonly number[]): number | undefined => {
  const intervals = times
    .slice(1)
    .map((t, i) => t - (times[i] ?? 0))
    .filter((interval) => interval >= SHORTEST_MICROS && interval <= LONGEST_MICROS)
    .slice(-KEPT)
    .sort((a, b) => a - b);
  if (intervals.length < KEPT - 1) return undefined;
  const middle = intervals.length >> 1;
  const upper = intervals[middle] ?? NaN;
  const median = intervals.length % 2 === 1 ? upper : ((intervals[middle - 1] ?? NaN) + upper) / 2;
  return MICROS_PER_MINUTE / median;
};
