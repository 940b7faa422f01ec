import type { Copper } from "./copper.ts";
import { gap } from "./shape.ts";

/** Copper that hangs together. */
export interface Island {
  readonly pieces: readonly Copper[];
}

const sharesLayer = (a: Copper, b: Copper): boolean => a.layers.some((layer) => b.layers.includes(layer));

/** What touches hangs together; a file's rounding of 0.1 µm apart does, too. */
const TOUCH_MM = 1e-3;

export const islandsOf = (copper: readonly Copper[]): Island[] => {
  const parent = copper.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  copper.forEach((a, i) => {
    copper.slice(0, i).forEach((b, j) => {
      if (sharesLayer(a, b) && gap(a.shape, b.shape) < TOUCH_MM) parent[rootOf(i)] = rootOf(j);
    });
  });
  const islands = new Map<number, Copper[]>();
  copper.forEach((piece, i) => islands.set(rootOf(i), [...(islands.get(rootOf(i)) ?? []), piece]));
  return [...islands.values()].map((pieces) => ({ pieces }));
};

/** The least distance between copper of two islands on one layer, mm. */
export const leastClearance = (islands: readonly Island[]): number => {
  let least = Infinity;
  islands.forEach((a, i) => {
    for (const b of islands.slice(0, i))
      for (const p of a.pieces)
        for (const q of b.pieces) if (sharesLayer(p, q)) least = Math.min(least, gap(p.shape, q.shape));
  });
  return least;
};
