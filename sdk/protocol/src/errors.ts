/** Why bytes that arrived were not a frame. A closed list: each is counted, none is thrown. */
export const RECEIVE_ERRORS = [
  /** A line that is not canonical base64: a REPL banner, noise, a wrong baud rate. */
  "not-base64",
  /** Fewer bytes than a header and a checksum. */
  "too-short",
  /** More characters before a newline than any frame has. */
  "too-long",
  /** The checksum does not match. */
  "bad-checksum",
  /** The header's payload length, or the length that its message needs, is not the frame's. */
  "bad-length",
  /** A type that this version does not know. */
  "unknown-type",
  /** A time or number that is NaN or infinite. */
  "bad-value",
] as const;

export type ReceiveError = (typeof RECEIVE_ERRORS)[number];

export type ProtocolErrorCode = "text-too-long" | "array-too-long" | "value-out-of-range";

/** A message that no frame can carry. `code` is closed; the message says what was expected, what was found, and where. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
  readonly code: ProtocolErrorCode;

  constructor(code: ProtocolErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
