import modeling from "@jscad/modeling";
import type { Triangle, Vector } from "../src/mesh.ts";
import { weld } from "../src/weld/weld.ts";
import type { Solid } from "./solids.ts";

/** A solid as watertight triangles. */
export const meshOf = (solid: Solid): Triangle[] =>
  weld(modeling.geometries.geom3.toPolygons(solid).map(({ vertices }) => vertices as Vector[]));
