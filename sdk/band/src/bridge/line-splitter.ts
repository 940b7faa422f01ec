import { AIR_LINE_CODE, MAX_LINE_CHARS, NEWLINE } from "@entrain/protocol";

export interface LineSplitterOpts {
  /** A line that begins with the mark, without its newline. */
  readonly onAir: (line: Uint8Array) => void;
  /** Whatever else came, newlines and all. */
  readonly onRest: (bytes: Uint8Array) => void;
}

/** Tells adverts from frames on a bridge's link, however the bytes are split. */
export class LineSplitter {
  private readonly opts: LineSplitterOpts;
  private line: number[] = [];

  constructor(opts: LineSplitterOpts) {
    this.opts = opts;
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      // Whoever never ends a line loses it.
      if (this.line.length < MAX_LINE_CHARS) this.line.push(byte);
      if (byte === NEWLINE) this.end();
    }
  }

  private end(): void {
    const { line } = this;
    this.line = [];
    if (line[0] === AIR_LINE_CODE) this.opts.onAir(Uint8Array.from(line.slice(0, -1)));
    else this.opts.onRest(Uint8Array.from(line));
  }
}
