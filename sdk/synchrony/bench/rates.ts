/** Wilson score interval of a share, 95 % (Wilson 1927): right also near 0 and 1. */
export const wilson = (found: number, of: number): readonly [number, number] => {
  const z = 1.96;
  const share = found / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

const percent = (share: number): string => (100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0);

/** `97 % (93–99 %, 155/160)` */
export const shareText = (found: number, of: number): string => {
  const [low, high] = wilson(found, of);
  return `${percent(found / of)} % (${percent(low)}–${percent(high)} %, ${String(found)}/${String(of)})`;
};

/** Value below which a share `q` of them lies; NaN of none. */
export const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? NaN;
