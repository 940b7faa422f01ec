export type RecordingErrorCode =
  "not-a-session-file" | "damaged" | "cannot-read" | "cannot-write" | "bad-entry" | "locked" | "bad-key";

/** `code` is closed; the message says what was expected, what was found, and where. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  readonly code: RecordingErrorCode;

  constructor(code: RecordingErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
