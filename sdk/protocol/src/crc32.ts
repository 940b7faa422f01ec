import { CRC_TABLE } from "./internal/crc-table.ts";

/** CRC-32 of the first `length` bytes, as an unsigned 32-bit number: what `E.CRC32` gives on a band. */
export const crc32 = (bytes: Uint8Array, length: number): number => {
  let crc = 0xffffffff;
  for (let i = 0; i < length; i++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
};
