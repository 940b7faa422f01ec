// https://www.rfc-editor.org/rfc/rfc1952#section-8 (the polynomial of gzip and zlib, reflected)

/** The remainder of each byte. */
export const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = (remainder & 1) === 0 ? remainder >>> 1 : (remainder >>> 1) ^ 0xedb88320;
  return remainder;
});
