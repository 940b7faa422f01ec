import type { DyadsView } from "@entrain/session";

/** How far somebody is ahead of all those whom they move with. */
export interface Lead {
  readonly member: number;
  /** Seconds; negative: behind. */
  readonly aheadS: number;
  /** With how many. */
  readonly pairs: number;
}

/**
 * Everybody's place between those ahead and those behind: the mean over their pairs beyond chance, which for a whole group
 * is the least-squares order. Whoever moves with nobody beyond chance has none.
 */
export const leadsOf = ({ pairs }: DyadsView): readonly Lead[] => {
  const found = new Map<number, { sumS: number; pairs: number }>();
  const add = (member: number, aheadS: number): void => {
    const { sumS = 0, pairs: before = 0 } = found.get(member) ?? {};
    found.set(member, { sumS: sumS + aheadS, pairs: before + 1 });
  };
  for (const { i, j, verdict, leadS } of pairs) {
    if (verdict !== "in-sync" || leadS === undefined) continue;
    add(i, leadS);
    add(j, -leadS);
  }
  return [...found]
    .map(([member, { sumS, pairs: count }]) => ({ member, aheadS: sumS / (count + 1), pairs: count }))
    .sort((a, b) => b.aheadS - a.aheadS);
};
