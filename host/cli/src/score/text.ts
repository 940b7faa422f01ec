import { CliError } from "../errors.ts";

const MAX_QUOTED = 40;

/** Someone else's text within one line of a message: quoted, cut short, nothing in it that a terminal would obey. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    " ",
  );

/** A file or member name fit for a line, a table and a picture: control characters become blanks. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .normalize("NFC");

/** Where in a file something was found. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** Every error of this command reads the same: expected, found, where, and at times a way out. */
export const expected = (what: string, found: string, { file, line }: Place, advice?: string): string =>
  `expected ${what}, found ${found}, at ${oneLine(file)}${line === undefined ? "" : ` line ${String(line)}`}${advice === undefined ? "" : `; ${advice}`}`;

export const badFile = (what: string, found: string, place: Place, advice?: string): CliError =>
  new CliError("bad-file", expected(what, found, place, advice));

export const usage = (what: string, found: string): CliError =>
  new CliError("usage", `expected ${what}, found ${found}`);

/** 'A', 'A and B', 'A, B and C'. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

export { clockText } from "@entrain/report";

/** Width in letters; those that fill a square, such as Chinese ones, count twice. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
};
