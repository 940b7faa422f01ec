import modeling from "@jscad/modeling";

const { booleans, extrusions, hulls, primitives, transforms } = modeling;

export type Solid = ReturnType<typeof primitives.cuboid>;

const SEGMENTS = 48;

/** From corner to corner. */
export const box = (x: readonly [number, number], y: readonly [number, number], z: readonly [number, number]): Solid =>
  primitives.cuboid({
    size: [x[1] - x[0], y[1] - y[0], z[1] - z[0]],
    center: [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2, (z[0] + z[1]) / 2],
  });

/** Standing, its edges along z rounded. */
export const block = (
  x: readonly [number, number],
  y: readonly [number, number],
  z: readonly [number, number],
  round: number,
): Solid =>
  transforms.translateZ(
    z[0],
    extrusions.extrudeLinear(
      { height: z[1] - z[0] },
      primitives.roundedRectangle({
        size: [x[1] - x[0], y[1] - y[0]],
        center: [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2],
        roundRadius: round,
        segments: SEGMENTS,
      }),
    ),
  );

/** Standing. */
export const rod = (x: number, y: number, z: readonly [number, number], diameter: number, upper = diameter): Solid =>
  diameter === upper
    ? primitives.cylinder({
        height: z[1] - z[0],
        radius: diameter / 2,
        center: [x, y, (z[0] + z[1]) / 2],
        segments: SEGMENTS,
      })
    : primitives.cylinderElliptic({
        height: z[1] - z[0],
        startRadius: [diameter / 2, diameter / 2],
        endRadius: [upper / 2, upper / 2],
        center: [x, y, (z[0] + z[1]) / 2],
        segments: SEGMENTS,
      });

/** Lying along y. */
export const roller = (x: number, z: number, length: number, radius: number, segments = SEGMENTS): Solid =>
  transforms.translate(
    [x, 0, z],
    transforms.rotateX(Math.PI / 2, primitives.cylinder({ height: length, radius, segments })),
  );

export const hull = (...solids: Solid[]): Solid => hulls.hull(...solids);
export const join = (...solids: Solid[]): Solid => booleans.union(...solids);
export const cut = (from: Solid, ...away: Solid[]): Solid => booleans.subtract(from, ...away);
export const mirrored = (solid: Solid): Solid => transforms.mirrorX(solid);
