/** Chunk tags of XDF 1.0. @see https://github.com/sccn/xdf/wiki/Specifications */
export const TAG = {
  fileHeader: 1,
  streamHeader: 2,
  samples: 3,
  clockOffset: 4,
  boundary: 5,
  streamFooter: 6,
} as const;
export const XDF_MAGIC = new TextEncoder().encode("XDF:");
/** A fixed mark that a reader of a damaged file can look for. */
const BOUNDARY = Uint8Array.from([
  0x43, 0xa5, 0x46, 0xdc, 0xcb, 0xf5, 0x41, 0x0f, 0xb3, 0x0e, 0xd5, 0x46, 0x73, 0x83, 0xcb, 0xe4,
]);

const encoder = new TextEncoder();

/** Grows; little-endian throughout. */
export class Bytes {
  private buffer = new Uint8Array(1024);
  private view = new DataView(this.buffer.buffer);
  private length = 0;

  private room(more: number): number {
    const at = this.length;
    this.length += more;
    if (this.length > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.length, 2 * this.buffer.length));
      larger.set(this.buffer.subarray(0, at));
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }

  u8(value: number): this {
    const at = this.room(1);
    this.view.setUint8(at, value);
    return this;
  }
  u16(value: number): this {
    const at = this.room(2);
    this.view.setUint16(at, value, true);
    return this;
  }
  u32(value: number): this {
    const at = this.room(4);
    this.view.setUint32(at, value, true);
    return this;
  }
  f32(value: number): this {
    const at = this.room(4);
    this.view.setFloat32(at, value, true);
    return this;
  }
  f64(value: number): this {
    const at = this.room(8);
    this.view.setFloat64(at, value, true);
    return this;
  }
  raw(bytes: Uint8Array): this {
    const at = this.room(bytes.length);
    this.buffer.set(bytes, at);
    return this;
  }
  /** A variable-length number: how many bytes it takes, then those. */
  count(value: number): this {
    return value < 256 ? this.u8(1).u8(value) : this.u8(4).u32(value);
  }
  text(text: string): this {
    const bytes = encoder.encode(text);
    return this.count(bytes.length).raw(bytes);
  }
  get bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

export const chunk = (tag: number, content: Uint8Array): Uint8Array =>
  new Bytes()
    .count(content.length + 2)
    .u16(tag)
    .raw(content).bytes;

export const boundary = (): Uint8Array => chunk(TAG.boundary, BOUNDARY);

export const xmlChunk = (tag: number, stream: number | undefined, xml: string): Uint8Array => {
  const content = new Bytes();
  if (stream !== undefined) content.u32(stream);
  return chunk(tag, content.raw(encoder.encode(`<?xml version="1.0"?>${xml}`)).bytes);
};

/** At `collectionS` on the file's clock, the stream's clock had to be moved by `offsetS` to agree with it. */
export const clockOffset = (stream: number, collectionS: number, offsetS: number): Uint8Array =>
  chunk(TAG.clockOffset, new Bytes().u32(stream).f64(collectionS).f64(offsetS).bytes);
