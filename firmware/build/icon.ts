/** A watch's launcher shows icons of this size. */
const SIZE = 48;
const CENTRE = (SIZE - 1) / 2;
const BITS_PER_PIXEL = 1;

/** A ring, and on it a beat. */
const isInk = (x: number, y: number): boolean => {
  const radius = Math.hypot(x - CENTRE, y - CENTRE);
  const onRing = radius >= 17 && radius <= 20;
  const onBeat = Math.hypot(x - CENTRE, y - (CENTRE - 18.5)) <= 5.5;
  return onRing || onBeat || radius <= 6;
};

/** The app's icon as Espruino reads images: width, height, bits a pixel, then rows of bits (espruino.com/Graphics#images-bitmaps). */
export const watchIcon = (): Uint8Array => {
  const bytes = new Uint8Array(3 + (SIZE * SIZE) / 8);
  bytes.set([SIZE, SIZE, BITS_PER_PIXEL]);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const at = y * SIZE + x;
      if (isInk(x, y)) bytes[3 + (at >> 3)] = (bytes[3 + (at >> 3)] ?? 0) | (0x80 >> (at & 7));
    }
  return bytes;
};
