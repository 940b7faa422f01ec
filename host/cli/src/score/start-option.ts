import { oneLine, quoted, usage } from "./text.ts";

const FORM = "--start as MEMBER=ISO time or Unix milliseconds";
const ISO = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[-+]\d{2}:?\d{2})?$/;
const NUMBER = /^\d+(\.\d+)?$/;
/** Between these lies no Unix time in milliseconds of our age, but one in seconds; above it lie micro- and nanoseconds. */
const DAY_MS = 864e5;
const YEAR_1980_MS = 3.15e11;
const YEAR_2200_MS = 7.26e12;

/** Milliseconds: since 1970, or since an origin of the user's own within a day. A time without a zone is UTC. */
const parseMoment = (text: string): number | undefined => {
  if (NUMBER.test(text)) {
    const ms = Number(text);
    return ms <= DAY_MS || (ms >= YEAR_1980_MS && ms <= YEAR_2200_MS) ? ms : undefined;
  }
  const match = ISO.exec(text);
  if (match === null) return undefined;
  // The fraction apart: Date keeps whole milliseconds only.
  const ms = Date.parse(`${match[1] ?? ""}${match[3] ?? "Z"}`);
  return Number.isNaN(ms) ? undefined : ms + 1000 * Number(`0${match[2] ?? ""}`);
};

/**
 * Reads every `--start`: when each member's first row was taken, in milliseconds.
 *
 * @throws CliError `usage`
 */
export const parseStarts = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const starts = new Map<string, number>();
  for (const text of texts) {
    const at = text.lastIndexOf("=");
    const name = oneLine(text.slice(0, Math.max(0, at)));
    const ms = parseMoment(text.slice(at + 1).trim());
    if (name === "" || ms === undefined) throw usage(FORM, quoted(text));
    if (starts.has(name)) throw usage("one --start a member", `two of ${quoted(name)}`);
    starts.set(name, ms);
  }
  return starts;
};

/**
 * @param known every member read; @param picked those to be scored
 * @throws CliError `usage` where a start is nobody's, or somebody has none
 */
export const checkStarts = (
  starts: ReadonlyMap<string, number>,
  known: readonly string[],
  picked: readonly string[],
): void => {
  const stranger = [...starts.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) throw usage(`--start of ${known.join(", ")}`, quoted(stranger));
  const without = picked.filter((name) => !starts.has(name));
  if (starts.size > 0 && without.length > 0)
    throw usage("--start for every member or for none", `none for ${without.join(", ")}`);
};
