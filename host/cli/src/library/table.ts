import { oneLine } from "../score/text.ts";

const LONGEST_CELL = 40;

const cellOf = (text: string): string => {
  const line = oneLine(text);
  return line.length <= LONGEST_CELL ? line : `${line.slice(0, LONGEST_CELL - 1)}…`;
};

/** Columns that stand below each other; the last is as long as it likes. */
export const tableOf = (rows: readonly (readonly string[])[]): string => {
  const cells = rows.map((row) => row.map(cellOf));
  const count = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...cells.map((row) => row[i]?.length ?? 0)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
};
