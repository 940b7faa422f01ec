import type { Vector } from "../../src/mesh.ts";

const at = (bits: number): Vector => [bits & 1 ? 2 : 0, bits & 2 ? 3 : 0, bits & 4 ? 5 : 0];

/** The six faces of a box of 2 × 3 × 5, counter-clockwise from outside. */
export const cube: readonly (readonly Vector[])[] = [
  [0, 2, 3, 1],
  [4, 5, 7, 6],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 4, 6, 2],
  [1, 3, 7, 5],
].map((face) => face.map(at));
