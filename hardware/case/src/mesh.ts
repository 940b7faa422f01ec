/** mm. */
export type Vector = readonly [x: number, y: number, z: number];
export type Triangle = readonly [Vector, Vector, Vector];

const HEADER_BYTES = 84;
const TRIANGLE_BYTES = 50;

/**
 * Reads a binary STL.
 *
 * @throws RangeError where its length is not what its header says
 */
export const readStl = (bytes: Uint8Array): Triangle[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < HEADER_BYTES ? -1 : view.getUint32(80, true);
  if (bytes.length !== HEADER_BYTES + count * TRIANGLE_BYTES)
    throw new RangeError(
      `Expected an STL of ${String(count)} triangles in ${String(HEADER_BYTES + count * TRIANGLE_BYTES)} bytes, found ${String(bytes.length)}`,
    );
  const corner = (at: number): Vector => [
    view.getFloat32(at, true),
    view.getFloat32(at + 4, true),
    view.getFloat32(at + 8, true),
  ];
  return Array.from({ length: count }, (_, i) => {
    const at = HEADER_BYTES + i * TRIANGLE_BYTES + 12;
    return [corner(at), corner(at + 12), corner(at + 24)];
  });
};

export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** mm³; negative where the triangles look inwards. */
export const volume = (mesh: readonly Triangle[]): number =>
  mesh.reduce((sum, [a, b, c]) => sum + dot(a, cross(b, c)) / 6, 0);

/** The least box around it. */
export const bounds = (mesh: readonly Triangle[]): { least: Vector; most: Vector } => {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const triangle of mesh)
    for (const corner of triangle)
      corner.forEach((value, axis) => {
        least[axis] = Math.min(least[axis] ?? Infinity, value);
        most[axis] = Math.max(most[axis] ?? -Infinity, value);
      });
  return { least, most };
};

/** Edges that do not meet exactly one neighbour the other way round: 0 of them is watertight. */
export const openEdges = (mesh: readonly Triangle[]): number => {
  const edges = new Map<string, number>();
  for (const triangle of mesh)
    triangle.forEach((from, i) => {
      const to = triangle[(i + 1) % 3] ?? from;
      const [a, b] = [from.join(), to.join()];
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      edges.set(key, (edges.get(key) ?? 0) + (a < b ? 1 : -1));
    });
  const sums = [...edges.values()].filter((sum) => sum !== 0).length;
  return sums;
};
