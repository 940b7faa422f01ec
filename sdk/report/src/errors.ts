export type ReportErrorCode = "nothing-to-report";

/** `code` is closed; the message says what was expected, what was found, and where. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  readonly code: ReportErrorCode;

  constructor(code: ReportErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
