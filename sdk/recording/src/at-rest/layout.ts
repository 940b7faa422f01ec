/**
 * A sealed session file that can be appended to: this line, then segments, each a length (uint32, little-endian) and so
 * many bytes of one whole age file. An age file alone cannot be cut: its last 64 KiB would be lost with a crash.
 *
 * The first segment, sealed for whoever may read, holds a secret key of this file alone; all others are sealed for that
 * key. Every other segment begins with its number (uint32, little-endian), so that none can be left out, doubled or moved.
 */
export const SEGMENTS_MAGIC = new TextEncoder().encode("entrain-sealed/v1\n");
/** How a file of any age program begins. */
export const AGE_MAGIC = new TextEncoder().encode("age-encryption.org/v1\n");
export const LENGTH_BYTES = 4;
export const NUMBER_BYTES = 4;
/** A segment never holds more than this, so that a reader knows what to disbelieve. */
export const MAX_SEGMENT_BYTES = 4 * 1024 * 1024;

export const startsWith = (bytes: Uint8Array, magic: Uint8Array): boolean =>
  bytes.length >= magic.length && magic.every((byte, i) => bytes[i] === byte);

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const uint32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

export const readUint32 = (bytes: Uint8Array, at = 0): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
