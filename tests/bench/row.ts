/** One line of the bench's table. */
export interface Row {
  readonly what: string;
  readonly value: string;
  /** What the design asks for, and whether this meets it. */
  readonly target?: string;
}

const DIGITS = 3;

/** Three significant digits, thousands set apart. */
export const shown = (value: number): string => {
  if (!Number.isFinite(value)) return "none";
  const rounded = Math.abs(value) >= 10 ** DIGITS ? Math.round(value) : Number(value.toPrecision(DIGITS));
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 6 });
};

const escaped = (text: string): string => text.replaceAll("|", "\\|");

const line = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;

/** A Markdown table, its columns as wide as the widest cell. */
export const tableOf = (head: readonly string[], body: readonly (readonly string[])[]): string => {
  const cells = [head, ...body].map((row) => row.map(escaped));
  const widths = head.map((_, i) => Math.max(3, ...cells.map((row) => (row[i] ?? "").length)));
  const [first = [], ...rest] = cells.map((row) => line(row, widths));
  return [
    first,
    line(
      widths.map((width) => "-".repeat(width)),
      widths,
    ),
    ...rest,
  ].join("\n");
};

export const rowsTable = (rows: readonly Row[]): string =>
  tableOf(
    ["what", "measured", "target"],
    rows.map(({ what, value, target = "" }) => [what, value, target]),
  );
