import type { Random } from "../random/index.ts";

/** A rotation as a 3 × 3 matrix, row by row; length 9. */
export type Rotation = Float64Array;

/** No rotation at all: the sensor's axes are the wrist's. */
export const createIdentity = (): Rotation => Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

/** The rotation of a quaternion of any length above 0. */
export const rotationOfQuaternion = (w: number, x: number, y: number, z: number): Rotation => {
  const s = 2 / (w * w + x * x + y * y + z * z);
  return Float64Array.of(
    1 - s * (y * y + z * z),
    s * (x * y - w * z),
    s * (x * z + w * y),
    s * (x * y + w * z),
    1 - s * (x * x + z * z),
    s * (y * z - w * x),
    s * (x * z - w * y),
    s * (y * z + w * x),
    1 - s * (x * x + y * y),
  );
};

/**
 * How somebody happened to strap the band on: uniform over all rotations, since four normals are a direction uniform on
 * the sphere of quaternions (Muller 1959; Shoemake 1992).
 */
export const randomMounting = (random: Random): Rotation =>
  rotationOfQuaternion(random.normal(), random.normal(), random.normal(), random.normal());

/** Rotates `v` in place. */
export const rotate = (rotation: Rotation, v: Float64Array): void => {
  const x = v[0] ?? 0;
  const y = v[1] ?? 0;
  const z = v[2] ?? 0;
  v[0] = (rotation[0] ?? 0) * x + (rotation[1] ?? 0) * y + (rotation[2] ?? 0) * z;
  v[1] = (rotation[3] ?? 0) * x + (rotation[4] ?? 0) * y + (rotation[5] ?? 0) * z;
  v[2] = (rotation[6] ?? 0) * x + (rotation[7] ?? 0) * y + (rotation[8] ?? 0) * z;
};
