import type { ByteSink, ByteSource } from "./api.ts";

/** A session file in memory: for a web page, and for tests. */
export class MemoryFile implements ByteSink, ByteSource {
  private buffer = new Uint8Array(64 * 1024);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** A view of all bytes so far. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  append(bytes: Uint8Array): void {
    const needed = this.length + bytes.length;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.buffer.length));
      larger.set(this.bytes);
      this.buffer = larger;
    }
    this.buffer.set(bytes, this.length);
    this.length = needed;
  }

  sync(): void {
    // Memory has nothing more lasting to offer.
  }

  close(): void {
    // It stays readable.
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytes.subarray(offset, offset + length));
  }
}

/** Bytes that are there already, as a source. */
export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
});
