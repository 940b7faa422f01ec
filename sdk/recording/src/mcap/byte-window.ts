import { RunningCrc } from "@entrain/protocol";
import type { ByteSource } from "../api.ts";

const BLOCK_BYTES = 1024 * 1024;

/** Reads a source from its beginning to its end, holding about a block of it at a time. */
export class ByteWindow {
  private readonly source: ByteSource;
  private readonly crc = new RunningCrc();
  private block: Uint8Array = new Uint8Array(0);
  private blockAt = 0;
  private at = 0;

  constructor(source: ByteSource) {
    this.source = source;
  }

  get position(): number {
    return this.at;
  }

  get left(): number {
    return this.source.size - this.at;
  }

  /** Of all bytes passed so far. */
  checksum(): number {
    return this.crc.value();
  }

  /** The next `length` bytes, fewer at the end, without passing them. The view holds until the next call. */
  async peek(length: number): Promise<Uint8Array> {
    const from = this.at - this.blockAt;
    const wanted = Math.min(length, this.left);
    if (from + wanted > this.block.length) {
      this.block = await this.source.read(this.at, Math.min(this.left, Math.max(wanted, BLOCK_BYTES)));
      this.blockAt = this.at;
      return this.block.subarray(0, wanted);
    }
    return this.block.subarray(from, from + wanted);
  }

  async pass(length: number): Promise<void> {
    for (let rest = Math.min(length, this.left); rest > 0;) {
      const bytes = await this.peek(Math.min(rest, BLOCK_BYTES));
      if (bytes.length === 0) return;
      this.crc.update(bytes);
      this.at += bytes.length;
      rest -= bytes.length;
    }
  }
}
