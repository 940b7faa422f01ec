import { cross, dot, minus, type Triangle, type Vector } from "./mesh.ts";

const PARALLEL = 1e-12;

/** Distances along a ray, in lengths of its direction, at which it meets the mesh; Möller and Trumbore. */
const hits = (mesh: readonly Triangle[], from: Vector, direction: Vector): number[] =>
  mesh.flatMap(([a, b, c]) => {
    const ab = minus(b, a);
    const ac = minus(c, a);
    const p = cross(direction, ac);
    const det = dot(ab, p);
    if (Math.abs(det) < PARALLEL) return [];
    const t = minus(from, a);
    const u = dot(t, p) / det;
    if (u < 0 || u > 1) return [];
    const q = cross(t, ab);
    const v = dot(direction, q) / det;
    return v < 0 || u + v > 1 ? [] : [dot(ac, q) / det];
  });

/**
 * The pieces of solid that a straight line from one point to another goes through, as [from, to] along it, mm. The line
 * should not run within a face: a little askew is enough.
 */
export const solidAlong = (mesh: readonly Triangle[], from: Vector, to: Vector): [number, number][] => {
  const way = minus(to, from);
  const length = Math.sqrt(dot(way, way));
  const at = hits(mesh, from, way)
    .map((share) => share * length)
    .sort((a, b) => a - b)
    // An edge belongs to two triangles.
    .filter((distance, i, all) => i === 0 || distance - (all[i - 1] ?? 0) > 1e-6);
  const pieces: [number, number][] = [];
  for (let i = 0; i + 1 < at.length; i += 2) pieces.push([at[i] ?? 0, at[i + 1] ?? 0]);
  return pieces.filter(([start, end]) => end > 0 && start < length);
};
