/** A pair beyond chance: `i` is ahead of `j` by `leadS`; 0 where neither is said to lead. */
export interface LeadEdge {
  readonly i: number;
  readonly j: number;
  readonly leadS: number;
}

const ROUNDS = 200;

/** Members joined by edges, each cluster in the order of their numbers; those without an edge are in none. */
export const clustersOf = (members: number, edges: readonly LeadEdge[]): readonly (readonly number[])[] => {
  const cluster = Array.from({ length: members }, (_, k) => k);
  const rootOf = (k: number): number => {
    let root = k;
    while (cluster[root] !== root) root = cluster[root] ?? root;
    return root;
  };
  for (const { i, j } of edges) cluster[Math.max(rootOf(i), rootOf(j))] = Math.min(rootOf(i), rootOf(j));
  const joined = new Set(edges.flatMap(({ i, j }) => [i, j]));
  const byRoot = new Map<number, number[]>();
  for (const k of [...joined].sort((a, b) => a - b)) byRoot.set(rootOf(k), [...(byRoot.get(rootOf(k)) ?? []), k]);
  return [...byRoot.values()].sort((a, b) => b.length - a.length);
};

/**
 * One place on a common time line for each of a cluster, seconds ahead of its mean: the least-squares answer to all leads
 * between two at once (Gauss–Seidel).
 */
export const leadPositions = (cluster: readonly number[], edges: readonly LeadEdge[]): ReadonlyMap<number, number> => {
  const aheadS = new Map(cluster.map((k) => [k, 0]));
  const near = new Map<number, { readonly other: number; readonly leadS: number }[]>(cluster.map((k) => [k, []]));
  for (const { i, j, leadS } of edges) {
    near.get(i)?.push({ other: j, leadS });
    near.get(j)?.push({ other: i, leadS: -leadS });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, others] of near) {
      if (others.length === 0) continue;
      const sum = others.reduce((total, { other, leadS }) => total + (aheadS.get(other) ?? 0) + leadS, 0);
      aheadS.set(k, sum / others.length);
    }
  }
  const mean = [...aheadS.values()].reduce((sum, s) => sum + s, 0) / Math.max(1, aheadS.size);
  return new Map([...aheadS].map(([k, s]) => [k, s - mean]));
};
