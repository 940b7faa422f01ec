/**
 * Solves A x = b by elimination with partial pivoting.
 *
 * @param matrix rows of A, shape [n][n]; not changed
 * @returns x, or undefined where A is singular
 */
export const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined => {
  const rows = matrix.map((row, i) => [...row, right[i] ?? NaN]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let best = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
    const pivotRow = rows[best] ?? [];
    const pivot = pivotRow[column] ?? 0;
    if (!(Math.abs(pivot) > 0)) return undefined;
    rows[best] = rows[column] ?? [];
    rows[column] = pivotRow;
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / pivot;
      for (let k = column; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    let sum = row[n] ?? NaN;
    for (let k = i + 1; k < n; k++) sum -= (row[k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (row[i] ?? NaN);
  }
  return x;
};
