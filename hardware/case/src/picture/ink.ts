import type { Raster } from "./raster.ts";

const INK = [40, 44, 52] as const;
/** mm; faces further apart have an edge between them. */
const STEP = 0.6;
/** The cosine of the angle at which two faces have an edge: the pieces of a curve have none. */
const BEND = 0.9;

const differs = ({ depths, things, normals }: Raster, a: number, b: number): boolean => {
  if (things[a] !== things[b]) return true;
  if (things[a] === 0) return false;
  const cos = [0, 1, 2].reduce((sum, i) => sum + (normals[3 * a + i] ?? 0) * (normals[3 * b + i] ?? 0), 0);
  return cos < BEND || Math.abs((depths[a] ?? 0) - (depths[b] ?? 0)) > STEP;
};

/** Draws a line wherever one thing, or one face, ends and another begins. */
export const ink = (raster: Raster): void => {
  const { size, height, colours } = raster;
  const edges: number[] = [];
  for (let y = 0; y + 1 < height; y++)
    for (let x = 0; x + 1 < size; x++) {
      const at = y * size + x;
      if (differs(raster, at, at + 1) || differs(raster, at, at + size)) edges.push(at);
    }
  for (const at of edges) colours.set(INK, 3 * at);
};
