import { cross, dot, minus, type Vector } from "../mesh.ts";
import { SAME_MM } from "./corners.ts";

/** A polygon as indices of its corners. */
export type Face = readonly number[];

const edgeKey = (a: number, b: number): string => (a < b ? `${String(a)} ${String(b)}` : `${String(b)} ${String(a)}`);

/** Edges that do not run once each way. */
export const looseEdges = (faces: readonly Face[]): [number, number][] => {
  const balance = new Map<string, { sum: number; edge: [number, number] }>();
  for (const face of faces)
    face.forEach((a, i) => {
      const b = face[(i + 1) % face.length] ?? a;
      const entry = balance.get(edgeKey(a, b)) ?? { sum: 0, edge: [a, b] };
      entry.sum += a < b ? 1 : -1;
      balance.set(edgeKey(a, b), entry);
    });
  return [...balance.values()].filter(({ sum }) => sum !== 0).map(({ edge }) => edge);
};

/** Where along an edge a point lies on it, 0 to 1; undefined off it or at its ends. */
const along = (p: Vector, a: Vector, b: Vector): number | undefined => {
  const way = minus(b, a);
  const length2 = dot(way, way);
  const share = dot(minus(p, a), way) / length2;
  const off = cross(minus(p, a), way);
  return share > 0 && share < 1 && dot(off, off) / length2 < (2 * SAME_MM) ** 2 ? share : undefined;
};

/**
 * Puts corners that lie on a loose edge into it. A solid of boolean operations has them wherever a neighbour was cut and
 * the face beside it was not.
 */
export const splitLoose = (faces: readonly Face[], corners: readonly Vector[]): Face[] => {
  const loose = looseEdges(faces);
  const candidates = [...new Set(loose.flat())];
  const within = new Map<string, number[]>();
  for (const [a, b] of loose) {
    const [from, to] = [corners[a], corners[b]];
    if (from === undefined || to === undefined) continue;
    const on = candidates
      .filter((index) => index !== a && index !== b)
      .map((index) => ({ index, share: along(corners[index] ?? [NaN, NaN, NaN], from, to) ?? -1 }))
      .filter(({ share }) => share > 0)
      .sort((p, q) => p.share - q.share)
      .map(({ index }) => index);
    if (on.length > 0) within.set(edgeKey(a, b), a < b ? on : on.reverse());
  }
  return faces.map((face) =>
    face.flatMap((a, i) => {
      const b = face[(i + 1) % face.length] ?? a;
      const on = (within.get(edgeKey(a, b)) ?? []).filter((index) => !face.includes(index));
      return [a, ...(a < b ? on : [...on].reverse())];
    }),
  );
};
