/**
 * A small zlib stream (RFC 1950, 1951) with fixed codes and repeats of the pixel before. Node's own differs from version
 * to version in its bytes; pictures in a repository should not.
 */
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LONGEST = 258;
const SHORTEST = 6;
const END = 256;
/** The code of a distance of 3 bytes, which has no bits of its own. */
const DISTANCE_3 = 2;

class BitWriter {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  /** Lowest bit first. */
  write(value: number, bits: number): void {
    for (let i = 0; i < bits; i++) {
      this.#held |= ((value >> i) & 1) << this.#count;
      if (++this.#count === 8) this.flush();
    }
  }

  /** A code: highest bit first. */
  code(value: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) this.write((value >> i) & 1, 1);
  }

  flush(): void {
    if (this.#count > 0) this.bytes.push(this.#held);
    this.#held = 0;
    this.#count = 0;
  }
}

/** The fixed code of a literal or length, RFC 1951 §3.2.6. */
const symbol = (out: BitWriter, value: number): void => {
  if (value < 144) out.code(0x30 + value, 8);
  else if (value < 256) out.code(0x190 + value - 144, 9);
  else if (value < 280) out.code(value - 256, 7);
  else out.code(0xc0 + value - 280, 8);
};

const adler32 = (data: Uint8Array): number => {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
};

const repeatAt = (data: Uint8Array, at: number): number => {
  let length = 0;
  while (at >= 3 && length < LONGEST && at + length < data.length && data[at + length] === data[at + length - 3])
    length++;
  return length;
};

export const deflate = (data: Uint8Array): Uint8Array => {
  const out = new BitWriter();
  out.write(0x0178, 16);
  out.write(0b011, 3); // last block, fixed codes
  for (let at = 0; at < data.length;) {
    const length = repeatAt(data, at);
    if (length < SHORTEST) {
      symbol(out, data[at++] ?? 0);
      continue;
    }
    let index = LENGTH_BASE.length - 1;
    while ((LENGTH_BASE[index] ?? 0) > length) index--;
    symbol(out, 257 + index);
    out.write(length - (LENGTH_BASE[index] ?? 0), LENGTH_BITS[index] ?? 0);
    out.code(DISTANCE_3, 5);
    at += length;
  }
  symbol(out, END);
  out.flush();
  const sum = adler32(data);
  return Uint8Array.from([...out.bytes, sum >>> 24, (sum >> 16) & 255, (sum >> 8) & 255, sum & 255]);
};
