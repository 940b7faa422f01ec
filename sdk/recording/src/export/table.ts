export type Cell = string | number | boolean | undefined;

/** RFC 4180; what is not known is left empty. */
export const csvLine = (cells: readonly Cell[]): string =>
  cells
    .map((cell) => {
      const text = cell === undefined ? "" : String(cell);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",");

/** As BIDS has it: what is not known is `n/a`, and no cell holds a tab or a line end. */
export const tsvLine = (cells: readonly Cell[]): string =>
  cells
    .map((cell) => {
      const text = cell === undefined ? "" : String(cell).replace(/[\t\r\n]+/g, " ");
      return text === "" ? "n/a" : text;
    })
    .join("\t");

const MICROS = 1e6;

/** Seconds, to the microsecond. */
export const seconds = (micros: number): string => (micros / MICROS).toFixed(6);

/** A number to so many significant digits; undefined stays so. */
export const digits = (value: number | undefined, count: number): number | undefined =>
  value === undefined ? undefined : Number(value.toPrecision(count));
