import { MAX_LINE_CHARS, NEWLINE } from "@entrain/protocol";

/** Longer than any line that a band may send, so that a line that is too long is still seen to be. */
const KEPT_BYTES = 2 * MAX_LINE_CHARS;

/** Cuts what comes over a link into lines, without their newlines. Empty ones say nothing and are left out. */
export class LineSplitter {
  private readonly onLine: (line: Uint8Array) => void;
  private readonly line = new Uint8Array(KEPT_BYTES);
  private length = 0;

  /** @param onLine - is handed a copy that it may keep */
  constructor(onLine: (line: Uint8Array) => void) {
    this.onLine = onLine;
  }

  push(bytes: Uint8Array): void {
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      this.keep(bytes.subarray(from, end));
      if (this.length > 0) this.onLine(this.line.slice(0, this.length));
      this.length = 0;
      from = end + 1;
    }
    this.keep(bytes.subarray(from));
  }

  private keep(piece: Uint8Array): void {
    const room = piece.subarray(0, KEPT_BYTES - this.length);
    this.line.set(room, this.length);
    this.length += room.length;
  }
}
