/** Bytes first in, first out. */
export interface ByteQueue {
  readonly length: number;
  /** Copies the bytes in. */
  push(bytes: Uint8Array): void;
  /** Takes out the first `most` bytes, or all where there are fewer. */
  take(most: number): Uint8Array;
  clear(): void;
}

/** An empty queue. */
export const createByteQueue = (): ByteQueue => {
  let chunks: Uint8Array[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(bytes) {
      if (bytes.length === 0) return;
      chunks.push(bytes.slice());
      length += bytes.length;
    },
    take(most) {
      const taken = new Uint8Array(Math.min(most, length));
      let filled = 0;
      while (filled < taken.length) {
        const chunk = chunks[0];
        if (chunk === undefined) break;
        const part = chunk.subarray(0, taken.length - filled);
        taken.set(part, filled);
        filled += part.length;
        if (part.length === chunk.length) chunks.shift();
        else chunks[0] = chunk.subarray(part.length);
      }
      length -= taken.length;
      return taken;
    },
    clear() {
      chunks = [];
      length = 0;
    },
  };
};
