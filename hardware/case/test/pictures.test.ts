import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { deflate } from "../src/picture/deflate.ts";
import { png } from "../src/picture/png.ts";
import { render } from "../src/picture/picture.ts";
import { weld } from "../src/weld/weld.ts";
import { cube } from "./support/cube.ts";

it("what is deflated inflates to the same", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    // Long runs of one pixel.
    fc
      .array(fc.tuple(fc.uint8Array({ minLength: 3, maxLength: 3 }), fc.nat(200)), { maxLength: 6 })
      .map((runs) =>
        Uint8Array.from(runs.flatMap(([pixel, count]) => Array.from({ length: count }, () => [...pixel]).flat())),
      ),
  );
  fc.assert(
    fc.property(bytes, (data) => {
      expect(new Uint8Array(inflateSync(deflate(data)))).toEqual(data);
    }),
    { numRuns: 25 },
  );
});

const sizeOf = (picture: Uint8Array): [number, number] => {
  const view = new DataView(picture.buffer, picture.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

const rowsOf = (picture: Uint8Array): Uint8Array => {
  const view = new DataView(picture.buffer, picture.byteOffset);
  return new Uint8Array(inflateSync(picture.subarray(41, 41 + view.getUint32(33))));
};

it("a picture holds its pixels, row by row", () => {
  const pixels = Uint8Array.from({ length: 2 * 3 * 3 }, (_, i) => i);
  const picture = png(pixels, 3, 2);
  expect(sizeOf(picture)).toEqual([3, 2]);
  expect([...rowsOf(picture)]).toEqual([0, ...pixels.subarray(0, 9), 0, ...pixels.subarray(9)]);
});

it("a box is drawn in front of white, nearer faces over farther ones, the same each time", () => {
  const box = { mesh: weld(cube), colour: [200, 0, 0] as const };
  const small = {
    mesh: weld(cube.map((face) => face.map(([x, y, z]) => [x / 2, y / 2, z + 6] as const))),
    colour: [0, 200, 0] as const,
  };
  const picture = { things: [small, box], view: { azimuth: 0, elevation: 90 }, width: 60 };
  const first = render(picture);
  expect(render(picture)).toEqual(first);
  const [width, height] = sizeOf(first);
  const pixel = (x: number, y: number) => [...rowsOf(first).subarray(y * (3 * width + 1) + 1 + 3 * x)].slice(0, 3);
  expect(pixel(0, 0)).toEqual([255, 255, 255]);
  expect(pixel(15, height - 15)[1]).toBeGreaterThan(100); // from above: the small one, on top of the other
  expect(pixel(45, 15)[0]).toBeGreaterThan(100);
});

it.each(["band-in-pieces", "band-closed", "band-skin-side", "band-open", "band-shell", "band-lid-inside"])(
  "%s.png shows something",
  (name) => {
    const picture = new Uint8Array(readFileSync(new URL(`../../../docs/band/${name}.png`, import.meta.url)));
    const [width, height] = sizeOf(picture);
    const rows = rowsOf(picture);
    expect(rows).toHaveLength((3 * width + 1) * height);
    const inked = rows.reduce((count, value) => count + (value < 255 ? 1 : 0), 0) / rows.length;
    expect(inked).toBeGreaterThan(0.2);
    expect(inked).toBeLessThan(0.95);
  },
);
