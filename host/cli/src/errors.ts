export type CliErrorCode =
  "usage" | "bad-file" | "bad-unit" | "no-overlap" | "cannot-write" | "not-built" | "not-at-rest" | "not-felt";

/** What a command cannot do, in one line: what was expected, what was found, and where. Ends the program with 1. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
