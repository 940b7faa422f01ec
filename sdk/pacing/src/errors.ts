export type PacingErrorCode =
  | "tempo-out-of-range"
  | "pattern-out-of-range"
  | "choral-text"
  | "unsafe"
  | "lead-out-of-range"
  | "no-such-variant"
  /** A change to a person's settings that would be less gentle than what they want. */
  | "not-softer";

/** A plan that no band may play. `code` is closed; the message says what was expected, what was found, and where. */
export class PacingError extends Error {
  override readonly name = "PacingError";
  readonly code: PacingErrorCode;

  constructor(code: PacingErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
