import { cross, minus, type Triangle, type Vector } from "../mesh.ts";
import { Corners, SAME_MM } from "./corners.ts";
import { triangulate } from "./ears.ts";
import { looseEdges, splitLoose, type Face } from "./split.ts";

const ROUNDS = 8;

/** All corners nearly on one line: such a face hides an edge of its neighbours that they would otherwise share. */
const isSliver = (face: Face, corners: readonly Vector[]): boolean => {
  const points = face.map((index) => corners[index] ?? ([NaN, NaN, NaN] as Vector));
  const lengths = points.map((a, i) => Math.hypot(...minus(points[(i + 1) % points.length] ?? a, a)));
  const longest = lengths.indexOf(Math.max(...lengths));
  const from = points[longest] ?? ([NaN, NaN, NaN] as Vector);
  const way = minus(points[(longest + 1) % points.length] ?? from, from);
  return points.every((p) => Math.hypot(...cross(minus(p, from), way)) / (lengths[longest] ?? 1) < 2 * SAME_MM);
};

const withoutRepeats = (face: Face): Face => face.filter((index, i) => index !== face[(i + 1) % face.length]);

/**
 * Makes a watertight mesh of the polygons of a solid.
 *
 * @param polygons - convex, their corners counter-clockwise from outside, mm
 * @throws Error where edges stay loose
 */
export const weld = (polygons: readonly (readonly Vector[])[]): Triangle[] => {
  const corners = new Corners();
  let faces = polygons
    .map((polygon) => withoutRepeats(polygon.map((point) => corners.indexOf(point))))
    .filter((face) => face.length >= 3 && !isSliver(face, corners.all));
  for (let round = 0; round < ROUNDS && looseEdges(faces).length > 0; round++) faces = splitLoose(faces, corners.all);
  const loose = looseEdges(faces);
  if (loose.length > 0)
    throw new Error(
      `Expected a watertight solid, found ${String(loose.length)} loose edges, one from ${String(corners.all[loose[0]?.[0] ?? 0])} to ${String(corners.all[loose[0]?.[1] ?? 0])}`,
    );
  return faces.flatMap((face) => triangulate(face, corners.all));
};
