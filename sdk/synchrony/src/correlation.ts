/**
 * Pearson correlation of two series over the points that both have.
 *
 * @param a shape [n], what is not finite is a gap
 * @param b the same
 * @returns [−1, 1], or NaN where fewer than two points are shared or one series is constant over them
 * @example correlation(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, NaN)) // 1
 */
export const correlation = (a: Float64Array, b: Float64Array): number => {
  let count = 0;
  let [meanA, meanB, powerA, powerB, both] = [0, 0, 0, 0, 0];
  const points = Math.min(a.length, b.length);
  for (let i = 0; i < points; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    if (!Number.isFinite(x + y)) continue;
    count++;
    const dx = x - meanA;
    const dy = y - meanB;
    meanA += dx / count;
    meanB += dy / count;
    powerA += dx * (x - meanA);
    powerB += dy * (y - meanB);
    both += dx * (y - meanB);
  }
  const scale = Math.sqrt(powerA * powerB);
  return count > 1 && scale > 0 ? Math.max(-1, Math.min(1, both / scale)) : NaN;
};
