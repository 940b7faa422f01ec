import { ink } from "./ink.ts";
import { mark, type Mark } from "./numbers.ts";
import { png } from "./png.ts";
import { draw, type Thing } from "./raster.ts";
import type { View } from "./view.ts";

/** Each point of the picture is the mean of so many by so many. */
const FINE = 2;

export interface Picture {
  readonly things: readonly Thing[];
  readonly view: View;
  readonly marks?: readonly Mark[];
  /** Points. */
  readonly width: number;
}

/** Renders a picture: no clock, no randomness, the same bytes each time. */
export const render = ({ things, view, marks = [], width }: Picture): Uint8Array => {
  const raster = draw(things, view, width * FINE);
  ink(raster);
  for (const one of marks) mark(raster, one, Math.round((width * FINE) / 55));
  const height = Math.floor(raster.height / FINE);
  const pixels = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let j = 0; j < FINE; j++)
          for (let i = 0; i < FINE; i++)
            sum += raster.colours[3 * ((y * FINE + j) * raster.size + x * FINE + i) + channel] ?? 0;
        pixels[3 * (y * width + x) + channel] = Math.round(sum / (FINE * FINE));
      }
  return png(pixels, width, height);
};
