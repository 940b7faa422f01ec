export type OutletErrorCode = "no-library" | "bad-address" | "cannot-send";

/** `code` is closed; the message says what was expected, what was found, and where. */
export class OutletError extends Error {
  override readonly name = "OutletError";
  readonly code: OutletErrorCode;

  constructor(code: OutletErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
