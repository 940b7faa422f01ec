import { cross, dot, minus, type Triangle, type Vector } from "../mesh.ts";
import type { Face } from "./split.ts";

const doubleArea = (a: Vector, b: Vector, c: Vector): number => {
  const normal = cross(minus(b, a), minus(c, a));
  return Math.sqrt(dot(normal, normal));
};

/**
 * Cuts a convex polygon into triangles, the best-shaped corner first, so that corners on a straight edge make no triangle
 * without area while another is to be had.
 */
export const triangulate = (face: Face, corners: readonly Vector[]): Triangle[] => {
  const rest = face.map((index) => corners[index] ?? ([NaN, NaN, NaN] as Vector));
  const triangles: Triangle[] = [];
  while (rest.length >= 3) {
    let best = 0;
    let bestShape = -1;
    rest.forEach((b, i) => {
      const a = rest[(i + rest.length - 1) % rest.length] ?? b;
      const c = rest[(i + 1) % rest.length] ?? b;
      const base = minus(c, a);
      const shape = rest.length === 3 ? 0 : doubleArea(a, b, c) / (dot(base, base) + 1e-12);
      if (shape > bestShape) [best, bestShape] = [i, shape];
    });
    const a = rest[(best + rest.length - 1) % rest.length];
    const b = rest[best];
    const c = rest[(best + 1) % rest.length];
    if (a !== undefined && b !== undefined && c !== undefined) triangles.push([a, b, c]);
    rest.splice(best, 1);
  }
  return triangles;
};
