// "Slicing by 8": Kounavis & Berry 2005, https://doi.org/10.1109/ISCC.2005.18

import { CRC_TABLE } from "./internal/crc-table.ts";

const SLICES = 8;
const TABLES = new Int32Array(SLICES * 256);
TABLES.set(CRC_TABLE);
for (let at = 256; at < TABLES.length; at++) {
  const before = TABLES[at - 256] as number;
  TABLES[at] = (before >>> 8) ^ (TABLES[before & 0xff] as number);
}

/** A CRC-32 taken piece by piece, as of a long file; the same polynomial as a frame's. */
export class RunningCrc {
  private crc = -1;

  update(bytes: Uint8Array): this {
    let { crc } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const whole = bytes.length - (bytes.length % SLICES);
    for (let i = 0; i < whole; i += SLICES) {
      const a = crc ^ view.getInt32(i, true);
      const b = view.getInt32(i + 4, true);
      crc =
        (TABLES[1792 + (a & 0xff)] as number) ^
        (TABLES[1536 + ((a >>> 8) & 0xff)] as number) ^
        (TABLES[1280 + ((a >>> 16) & 0xff)] as number) ^
        (TABLES[1024 + (a >>> 24)] as number) ^
        (TABLES[768 + (b & 0xff)] as number) ^
        (TABLES[512 + ((b >>> 8) & 0xff)] as number) ^
        (TABLES[256 + ((b >>> 16) & 0xff)] as number) ^
        (TABLES[b >>> 24] as number);
    }
    for (let i = whole; i < bytes.length; i++)
      crc = (crc >>> 8) ^ (TABLES[(crc ^ (bytes[i] as number)) & 0xff] as number);
    this.crc = crc;
    return this;
  }

  /** Of everything so far, as an unsigned 32-bit number. */
  value(): number {
    return ~this.crc >>> 0;
  }
}
