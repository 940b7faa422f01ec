import type { Vector } from "../mesh.ts";

/** Corners nearer than this are one: 1 µm, far below what a printer does, far above what sums of floats are off. */
export const SAME_MM = 1e-3;

const cellOf = (value: number): number => Math.floor(value / SAME_MM);

/** Gives each point the corner that it is, the first that came within {@link SAME_MM}. */
export class Corners {
  readonly all: Vector[] = [];
  readonly #cells = new Map<string, number[]>();

  indexOf(point: Vector): number {
    const [x, y, z] = [cellOf(point[0]), cellOf(point[1]), cellOf(point[2])];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dz = -1; dz <= 1; dz++)
          for (const index of this.#cells.get(`${String(x + dx)} ${String(y + dy)} ${String(z + dz)}`) ?? []) {
            const corner = this.all[index];
            if (
              corner !== undefined &&
              Math.hypot(...corner.map((value, axis) => value - (point[axis] ?? 0))) < SAME_MM
            )
              return index;
          }
    const key = `${String(x)} ${String(y)} ${String(z)}`;
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), this.all.length]);
    this.all.push(point);
    return this.all.length - 1;
  }
}
