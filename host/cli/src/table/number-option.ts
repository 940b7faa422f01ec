import { quoted, usage } from "../score/text.ts";

const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Reads an option that is a number above 0. A rate of 1e400 is none.
 *
 * @throws CliError `usage`
 */
export const positiveNumber =
  (option: string, unit: string) =>
  (text: string): number => {
    const value = DECIMAL.test(text.trim()) ? Number(text) : NaN;
    if (!(value > 0 && Number.isFinite(value))) throw usage(`${option} a number of ${unit} above 0`, quoted(text));
    return value;
  };

/** Reads an option that is a number from 0. @throws CliError `usage` */
export const numberFromZero =
  (option: string, unit: string) =>
  (text: string): number =>
    /^[-+]?0+(\.0*)?$/.test(text.trim()) ? 0 : positiveNumber(option, unit)(text);

/** Reads two values with a colon between them. @throws CliError `usage` */
export const colonPair = <T>(form: string, text: string, read: (part: string) => T | undefined): readonly [T, T] => {
  const parts = text.split(":");
  const [a, b] = parts.map((part) => read(part.trim()));
  if (parts.length !== 2 || a === undefined || b === undefined) throw usage(form, quoted(text));
  return [a, b];
};

/** A whole number from 0 as people write it, or undefined. */
export const wholeOf = (text: string): number | undefined => {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
};

/** A number from 0 as people write it, or undefined. */
export const decimalOf = (text: string): number | undefined => {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return value >= 0 && Number.isFinite(value) ? value : undefined;
};
