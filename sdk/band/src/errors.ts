export type BandErrorKind =
  /** There is no such port. */
  | "port-not-found"
  /** Another program holds it. */
  | "port-in-use"
  | "port-failed"
  /** Nothing that a band would say came back. */
  | "no-answer"
  /** What came back is not what a band says: garbage, another device, another baud rate. */
  | "not-a-band"
  /** A band, where a bridge was expected. */
  | "not-a-bridge"
  /** A band of another protocol version. */
  | "protocol-version"
  /** The band declined a command; the message says why. */
  | "refused"
  /** The link ended while an answer was awaited. */
  | "closed"
  /** It could not be sent before it was worth nothing. */
  | "too-late"
  /** Another board than the firmware is for, or an interpreter that is too old for it. */
  | "wrong-board"
  /** A board's flash is full. */
  | "no-room"
  /** What was written did not read back so, or did not start. */
  | "not-verified";

/** What can go wrong with a band. `code` is closed; the message says what was expected, what was found, and where. */
export class BandError extends Error {
  override readonly name = "BandError";
  readonly code: BandErrorKind;
  /** Where a band declined, its `AckResult`. */
  readonly ackResult: number | undefined;

  constructor(code: BandErrorKind, message: string, ackResult?: number) {
    super(message);
    this.code = code;
    this.ackResult = ackResult;
  }
}
