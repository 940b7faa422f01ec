const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** What programs write where a sensor gave nothing. */
const GAP = /^([-+]?(nan|inf|infinity)|null|na|n\/a)?$/i;

/**
 * A cell as a number: NaN for a gap (empty, 'NaN', 'inf'), undefined for any other text.
 * Stricter than `Number`, which takes '0x10' and ' ' for numbers.
 */
export const numberCell = (cell: string): number | undefined => {
  const text = cell.trim();
  if (NUMBER.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : NaN;
  }
  return GAP.test(text) ? NaN : undefined;
};
