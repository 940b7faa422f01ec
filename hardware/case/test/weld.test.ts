import { describe, expect, it } from "vitest";
import { openEdges, readStl, volume, type Vector } from "../src/mesh.ts";
import { solidAlong } from "../src/ray.ts";
import { weld } from "../src/weld/weld.ts";
import { writeStl } from "../src/write-stl.ts";
import { cube } from "./support/cube.ts";

/** The last face in two, so that its neighbours have a corner in the middle of an edge, a little off at that. */
const cutOnce: readonly (readonly Vector[])[] = [
  ...cube.slice(0, 5),
  [
    [2, 0, 0],
    [2, 3, 0],
    [2, 3, 2],
    [2, 0.0004, 2],
  ],
  [
    [2, 0, 2],
    [2, 3, 2],
    [2, 3, 5],
    [2, 0, 5],
  ],
];

describe("a solid's polygons become a watertight mesh", () => {
  it.each([
    ["a box", cube],
    ["a box with a face in two", cutOnce],
  ])("%s", (_, polygons) => {
    const mesh = weld(polygons);
    expect(openEdges(mesh)).toBe(0);
    expect(volume(mesh)).toBeCloseTo(30, 2);
  });

  it("and one with a face missing does not", () => {
    expect(() => weld(cube.slice(1))).toThrow(/watertight solid, found 4 loose edges/);
  });
});

describe("STL", () => {
  const mesh = weld(cube);

  it("is read as it was written", () => {
    const bytes = writeStl(mesh);
    expect(bytes).toHaveLength(84 + 50 * 12);
    expect(readStl(bytes)).toEqual(mesh);
  });

  it("is refused where it is cut short, too long, or no STL", () => {
    const bytes = writeStl(mesh);
    for (const bad of [new Uint8Array(0), bytes.subarray(0, 83), bytes.subarray(0, -1), new Uint8Array([...bytes, 0])])
      expect(() => readStl(bad)).toThrow(RangeError);
  });
});

it("a line meets the solid where it enters and leaves it", () => {
  const [piece, ...rest] = solidAlong(weld(cube), [-1, 1.1, 1.3], [4, 1.1, 1.3]);
  expect(rest).toEqual([]);
  expect(piece?.[0]).toBeCloseTo(1, 6);
  expect(piece?.[1]).toBeCloseTo(3, 6);
  expect(solidAlong(weld(cube), [-1, 4, 1], [4, 4, 1])).toEqual([]);
});
