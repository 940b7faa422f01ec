import { dot, type Triangle, type Vector } from "../mesh.ts";
import { axesOf, normalOf, project, type View } from "./view.ts";

export type Colour = readonly [red: number, green: number, blue: number];

export interface Thing {
  readonly mesh: readonly Triangle[];
  readonly colour: Colour;
  /** mm, for a view in pieces. */
  readonly lift?: number;
}

/** What is seen at each point of the picture. */
export interface Raster {
  readonly size: number;
  readonly height: number;
  readonly colours: Uint8Array;
  readonly depths: Float32Array;
  /** Which thing, and which way its face looks, so that edges can be drawn between them. */
  readonly things: Uint8Array;
  readonly normals: Float32Array;
  /** From mm to points. */
  readonly at: (p: Vector) => readonly [x: number, y: number];
}

const MARGIN = 0.04;
const LIGHT: Vector = [-0.35, -0.45, 0.82];

const raised = ({ mesh, lift = 0 }: Thing): Triangle[] =>
  mesh.map((triangle) => triangle.map(([x, y, z]) => [x, y, z + lift] as const) as unknown as Triangle);

/** Draws things as seen from one side, fitted into the width; nearer ones hide those behind. */
export const draw = (scene: readonly Thing[], view: View, size: number): Raster => {
  const axes = axesOf(view);
  const shown = scene.map((thing) => raised(thing).map((t) => ({ t, p: t.map((corner) => project(axes, corner)) })));
  const all = shown.flat().flatMap(({ p }) => p);
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [low, high] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = (size * (1 - 2 * MARGIN)) / (right - left);
  const height = Math.ceil((high - low) * scale + 2 * MARGIN * size);
  const place = ([x, y]: Vector): [number, number] => [
    (x - left) * scale + MARGIN * size,
    (high - y) * scale + MARGIN * size,
  ];
  const raster: Raster = {
    size,
    height,
    colours: new Uint8Array(3 * size * height).fill(255),
    depths: new Float32Array(size * height).fill(-Infinity),
    things: new Uint8Array(size * height),
    normals: new Float32Array(3 * size * height),
    at: (p) => place(project(axes, p)),
  };
  shown.forEach((triangles, index) => {
    const colour = scene[index]?.colour ?? [0, 0, 0];
    for (const { t, p } of triangles) {
      const normal = normalOf(...t);
      if (dot(normal, axes.towards) <= 0) continue;
      const shade = 0.45 + 0.4 * Math.max(0, dot(normal, LIGHT)) + 0.15 * dot(normal, axes.towards);
      fill(
        raster,
        p.map((corner) => [...place(corner), corner[2]] as const),
        colour,
        shade,
        normal,
        index + 1,
      );
    }
  });
  return raster;
};

const fill = (
  raster: Raster,
  corners: readonly Vector[],
  colour: Colour,
  shade: number,
  normal: Vector,
  thing: number,
): void => {
  const [a, b, c] = corners;
  if (a === undefined || b === undefined || c === undefined) return;
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  if (Math.abs(area) < 1e-9) return;
  const rows = [Math.floor(Math.min(a[1], b[1], c[1])), Math.ceil(Math.max(a[1], b[1], c[1]))] as const;
  const columns = [Math.floor(Math.min(a[0], b[0], c[0])), Math.ceil(Math.max(a[0], b[0], c[0]))] as const;
  for (let y = Math.max(0, rows[0]); y <= Math.min(raster.height - 1, rows[1]); y++)
    for (let x = Math.max(0, columns[0]); x <= Math.min(raster.size - 1, columns[1]); x++) {
      const [px, py] = [x + 0.5, y + 0.5];
      const u = ((b[0] - px) * (c[1] - py) - (b[1] - py) * (c[0] - px)) / area;
      const v = ((c[0] - px) * (a[1] - py) - (c[1] - py) * (a[0] - px)) / area;
      if (u < 0 || v < 0 || u + v > 1) continue;
      const depth = u * a[2] + v * b[2] + (1 - u - v) * c[2];
      const at = y * raster.size + x;
      if (depth <= (raster.depths[at] ?? Infinity)) continue;
      raster.depths[at] = depth;
      raster.things[at] = thing;
      raster.colours.set(
        colour.map((channel) => Math.round(channel * shade)),
        3 * at,
      );
      raster.normals.set(normal, 3 * at);
    }
};
