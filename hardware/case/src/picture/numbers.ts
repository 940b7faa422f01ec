import type { Vector } from "../mesh.ts";
import type { Raster } from "./raster.ts";

/** Digits of 5 × 7 points, a row a number. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  "1": [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
  "2": [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
  "3": [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
  "4": [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
  "5": [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
  "6": [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
  "7": [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
  "8": [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
  "9": [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
};
const DISC = [31, 87, 158] as const;
const PAPER = [255, 255, 255] as const;

export interface Mark {
  readonly digit: keyof typeof DIGITS;
  readonly where: Vector;
}

/** A blue disc with a digit, over what it marks. */
export const mark = (raster: Raster, { digit, where }: Mark, radius: number): void => {
  const [cx, cy] = raster.at(where).map(Math.round) as [number, number];
  const dot = Math.max(1, Math.round(radius / 6));
  const set = (x: number, y: number, colour: readonly number[]): void => {
    if (x >= 0 && y >= 0 && x < raster.size && y < raster.height) raster.colours.set(colour, 3 * (y * raster.size + x));
  };
  for (let y = -radius; y <= radius; y++)
    for (let x = -radius; x <= radius; x++) if (Math.hypot(x, y) <= radius) set(cx + x, cy + y, DISC);
  (DIGITS[digit] ?? []).forEach((row, j) => {
    for (let i = 0; i < 5; i++)
      if ((row >> (4 - i)) & 1)
        for (let y = 0; y < dot; y++)
          for (let x = 0; x < dot; x++)
            set(cx + Math.round((i - 2.5) * dot) + x, cy + Math.round((j - 3.5) * dot) + y, PAPER);
  });
};
