import { decodeFrame } from "./decode.ts";
import { RECEIVE_ERRORS, type ReceiveError } from "./errors.ts";
import { CARRIAGE_RETURN, MAX_FRAME_BYTES, MAX_LINE_CHARS, NEWLINE, XOFF, XON } from "./frame.ts";
import { decodeBase64 } from "./internal/base64.ts";
import type { Message } from "./message-types.ts";

/** What a reader has seen so far. */
export interface ReceiveStatistics {
  readonly bytes: number;
  readonly frames: number;
  readonly errors: Readonly<Record<ReceiveError, number>>;
}

export interface LineReaderOpts {
  readonly onMessage: (message: Message, seq: number) => void;
  /** Told of every line that was not a frame; `line` is valid during the call only. */
  readonly onError?: (error: ReceiveError, line: Uint8Array) => void;
}

/**
 * Turns the bytes of a link into messages, however they are split. Whatever is not a frame is counted and skipped; the
 * next newline is always a fresh start.
 */
export class LineReader {
  private readonly opts: LineReaderOpts;
  private readonly line = new Uint8Array(MAX_LINE_CHARS);
  // base64 may hold up to two bytes more than the longest frame; they must have room to be found too long.
  private readonly frame = new Uint8Array(MAX_LINE_CHARS);
  private length = 0;
  private overflowed = false;
  private bytes = 0;
  private frames = 0;
  private readonly errors = Object.fromEntries(RECEIVE_ERRORS.map((error) => [error, 0])) as Record<
    ReceiveError,
    number
  >;

  constructor(opts: LineReaderOpts) {
    this.opts = opts;
  }

  /** Takes the next bytes of the link. */
  push(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    for (const byte of bytes) {
      if (byte === NEWLINE) this.endLine();
      else if (byte === XON || byte === XOFF || byte === CARRIAGE_RETURN) continue;
      else if (this.length < MAX_LINE_CHARS - 1) this.line[this.length++] = byte;
      else this.overflowed = true;
    }
  }

  /** Forgets a half-received line: after a reconnection its end will never come. */
  reset(): void {
    this.length = 0;
    this.overflowed = false;
  }

  statistics(): ReceiveStatistics {
    return { bytes: this.bytes, frames: this.frames, errors: { ...this.errors } };
  }

  private endLine(): void {
    const { length, overflowed } = this;
    this.reset();
    if (length === 0) return;
    if (overflowed) {
      this.fail("too-long", length);
      return;
    }
    const frameBytes = decodeBase64(this.line, length, this.frame);
    if (frameBytes < 0) this.fail("not-base64", length);
    else if (frameBytes > MAX_FRAME_BYTES) this.fail("too-long", length);
    else this.endFrame(frameBytes, length);
  }

  private endFrame(frameBytes: number, length: number): void {
    const decoded = decodeFrame(this.frame, frameBytes);
    if (typeof decoded === "string") this.fail(decoded, length);
    else {
      this.frames++;
      this.opts.onMessage(decoded.message, decoded.seq);
    }
  }

  private fail(error: ReceiveError, length: number): void {
    this.errors[error]++;
    this.opts.onError?.(error, this.line.subarray(0, length));
  }
}
