// https://www.rfc-editor.org/rfc/rfc1952#section-8 (the polynomial of gzip and zlib, reflected)

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = (remainder & 1) === 0 ? remainder >>> 1 : (remainder >>> 1) ^ 0xedb88320;
  return remainder;
});

/** CRC-32 of the first `length` bytes, as an unsigned 32-bit number: what `E.CRC32` gives on a band. */
export const crc32 = (bytes: Uint8Array, length: number): number => {
  let crc = 0xffffffff;
  for (let i = 0; i < length; i++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
};
