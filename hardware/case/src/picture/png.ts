import { deflate } from "./deflate.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const crc32 = (data: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};

const bigEndian = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];

const ascii = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Uint8Array.from([...ascii(type), ...data]);
  return Uint8Array.from([...bigEndian(data.length), ...body, ...bigEndian(crc32(body))]);
};

/**
 * @param pixels - red, green, blue, row by row
 * @returns a PNG of 8 bits a channel
 */
export const png = (pixels: Uint8Array, width: number, height: number): Uint8Array => {
  const rows = new Uint8Array((3 * width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(3 * width * y, 3 * width * (y + 1)), (3 * width + 1) * y + 1);
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk("IHDR", Uint8Array.from([...bigEndian(width), ...bigEndian(height), 8, 2, 0, 0, 0])),
    ...chunk("IDAT", deflate(rows)),
    ...chunk("IEND", new Uint8Array(0)),
  ]);
};
