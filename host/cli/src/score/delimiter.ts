/** In order of preference: a comma may be a decimal comma and a blank may stand in a date; tabs and semicolons may not. */
const CANDIDATES = ["\t", ";", ",", " "] as const;
export type Delimiter = (typeof CANDIDATES)[number];

const LINES_LOOKED_AT = 50;
/** t, x, y and z. */
const ENOUGH = 3;

const countIn = (line: string, delimiter: Delimiter): number =>
  delimiter === " " ? line.trim().split(/[ \t]+/).length - 1 : line.split(delimiter).length - 1;

/** Whether every line has as many of it, and some: the last one may be cut. */
const isSteady = (lines: readonly string[], delimiter: Delimiter): boolean => {
  const counts = lines.slice(0, Math.max(1, lines.length - 1)).map((line) => countIn(line, delimiter));
  return counts.every((count) => count > 0 && count === counts[0]);
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * What separates the cells, from the last lines of a file's beginning: there the header is most likely over.
 *
 * @param head the beginning of the file; a last line that was cut does no harm
 */
export const detectDelimiter = (head: string): Delimiter => {
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const looked = lines.slice(-LINES_LOOKED_AT);
  const sure = (["\t", ";"] as const).find((delimiter) => isSteady(looked, delimiter));
  if (sure !== undefined) return sure;
  const medians = CANDIDATES.map((delimiter) => ({
    delimiter,
    count: median(looked.map((line) => countIn(line, delimiter))),
  }));
  const best = medians.find(({ count }) => count >= ENOUGH) ?? medians.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count === 0 ? "," : best.delimiter;
};
