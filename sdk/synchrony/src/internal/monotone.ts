/**
 * Longest strictly increasing chain of times after `after` (patience sorting, O(n log n)). Samples off the chain are
 * those whose clock jumped: the chain needs no threshold and no nominal rate.
 *
 * @param keep filled with 1 where a time is on the chain
 */
export const longestIncreasing = (tMicros: Float64Array, count: number, after: number, keep: Uint8Array): void => {
  const tails = new Int32Array(count);
  const previous = new Int32Array(count).fill(-1);
  let length = 0;
  for (let i = 0; i < count; i++) {
    keep[i] = 0;
    const t = tMicros[i] ?? NaN;
    if (!(t > after)) continue;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tMicros[tails[middle] ?? 0] ?? 0) < t) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[i] = tails[low - 1] ?? -1;
    tails[low] = i;
    if (low === length) length++;
  }
  for (let i = length > 0 ? (tails[length - 1] ?? -1) : -1; i >= 0; i = previous[i] ?? -1) keep[i] = 1;
};
