// https://www.rfc-editor.org/rfc/rfc4648#section-4
// Written here rather than taken from the platform: `btoa` and `Buffer` each exist on only some of the places where
// this package runs, and both build strings where bytes are wanted.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = 0x3d;
const INVALID = 0xff;

const CHAR_OF = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0));
const SEXTET_OF = new Uint8Array(256).fill(INVALID);
CHAR_OF.forEach((char, sextet) => (SEXTET_OF[char] = sextet));

/** Characters that `bytes` bytes take. */
export const base64Chars = (bytes: number): number => 4 * Math.ceil(bytes / 3);

/** Writes the first `length` bytes as padded base64 into `out`; returns how many characters that took. */
export const encodeBase64 = (bytes: Uint8Array, length: number, out: Uint8Array): number => {
  let at = 0;
  for (let i = 0; i < length; i += 3) {
    const [a, b, c] = [
      bytes[i] as number,
      i + 1 < length ? (bytes[i + 1] as number) : 0,
      i + 2 < length ? (bytes[i + 2] as number) : 0,
    ];
    out[at++] = CHAR_OF[a >> 2] as number;
    out[at++] = CHAR_OF[((a & 3) << 4) | (b >> 4)] as number;
    out[at++] = i + 1 < length ? (CHAR_OF[((b & 15) << 2) | (c >> 6)] as number) : PAD;
    out[at++] = i + 2 < length ? (CHAR_OF[c & 63] as number) : PAD;
  }
  return at;
};

/**
 * Reads `length` characters into `out`; returns how many bytes they held, or −1 unless they are exactly what
 * {@link encodeBase64} writes: whole groups, padding only at the end, no stray bits. Strict, so that one frame has one
 * spelling and a corrupted character is seen before the checksum has to see it.
 */
export const decodeBase64 = (chars: Uint8Array, length: number, out: Uint8Array): number => {
  if (length === 0 || length % 4 !== 0) return -1;
  const padding = chars[length - 1] !== PAD ? 0 : chars[length - 2] !== PAD ? 1 : 2;
  let at = 0;
  for (let i = 0; i < length; i += 4) {
    const last = i + 4 === length;
    const a = SEXTET_OF[chars[i] as number] as number;
    const b = SEXTET_OF[chars[i + 1] as number] as number;
    const c = last && padding === 2 ? 0 : (SEXTET_OF[chars[i + 2] as number] as number);
    const d = last && padding >= 1 ? 0 : (SEXTET_OF[chars[i + 3] as number] as number);
    if ((a | b | c | d) > 63) return -1;
    if (last && ((padding === 2 && (b & 15) !== 0) || (padding === 1 && (c & 3) !== 0))) return -1;
    out[at++] = (a << 2) | (b >> 4);
    out[at++] = ((b & 15) << 4) | (c >> 2);
    out[at++] = ((c & 3) << 6) | d;
  }
  return at - padding;
};
