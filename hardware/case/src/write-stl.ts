import { cross, dot, minus, type Triangle } from "./mesh.ts";

const TITLE = "Entrain, mm";

/** Binary STL. */
export const writeStl = (mesh: readonly Triangle[]): Uint8Array => {
  const bytes = new Uint8Array(84 + 50 * mesh.length);
  bytes.set(Uint8Array.from({ length: TITLE.length }, (_, i) => TITLE.charCodeAt(i)));
  const view = new DataView(bytes.buffer);
  view.setUint32(80, mesh.length, true);
  mesh.forEach(([a, b, c], i) => {
    const normal = cross(minus(b, a), minus(c, a));
    const length = Math.sqrt(dot(normal, normal)) || 1;
    [...normal.map((value) => value / length), ...a, ...b, ...c].forEach((value, j) => {
      view.setFloat32(84 + 50 * i + 4 * j, value, true);
    });
  });
  return bytes;
};
