/**
 * The largest difference between numbers at the same place of two pieces of plain data; Infinity where something else
 * than a number differs.
 */
export const largestDifference = (a: unknown, b: unknown): number => {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b);
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b ? 0 : Infinity;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  let largest = 0;
  for (const key of keys) {
    const [left, right] = [a, b].map((side) => (side as Record<string, unknown>)[key]);
    largest = Math.max(largest, largestDifference(left, right));
  }
  return largest;
};
