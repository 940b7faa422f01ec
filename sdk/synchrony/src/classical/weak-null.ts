import { SynchronyError } from "../error.ts";
import type { PhasorTable } from "../group-phase.ts";
import { resultants, resultantsOf } from "../internal/resultants.ts";
import { studentTail } from "../student-t.ts";

export interface WeakNull {
  /** One-sided: how often chance gives a mean R² as large. */
  readonly p: number;
  readonly t: number;
  readonly df: number;
}

/** Points gone over at once. */
const BLOCK = 64;

/** Mean over points of R² = |Σ u|²/N². */
const meanSquare = (table: PhasorTable): number => {
  const { members, points } = table;
  const block = resultantsOf(BLOCK);
  let sum = 0;
  for (let from = 0; from < points; from += BLOCK) {
    const end = Math.min(points, from + BLOCK);
    resultants(table, false, from, end, block);
    for (let q = 0; q < end - from; q++) sum += (block.re[q] as number) ** 2 + (block.im[q] as number) ** 2;
  }
  return sum / (points * members * members);
};

/**
 * Weak null test of the order parameter over a sample of groups (Frank & Richardson 2010): their mean R² against 1/N, that
 * of N independent phases. As multiSyncPy has it: the standard deviation is the population's (÷ n), which makes t larger
 * than the textbook's by √(n/(n − 1)).
 *
 * @param groups at least two, all of the same number of members, without gaps
 * @throws SynchronyError `bad-member`
 */
export const kuramotoWeakNull = (groups: readonly PhasorTable[]): WeakNull => {
  const members = groups[0]?.members ?? 0;
  const other = groups.find((group) => group.members !== members);
  if (groups.length < 2 || other !== undefined)
    throw new SynchronyError(
      "bad-member",
      "two or more groups of one size",
      other === undefined
        ? `${String(groups.length)} group`
        : `${String(members)} and ${String(other.members)} members`,
      "groups",
    );
  const squares = groups.map(meanSquare);
  const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  const variance = squares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / squares.length;
  const df = groups.length - 1;
  const t = (mean - 1 / members) / Math.sqrt(variance / groups.length);
  return { p: studentTail(t, df), t, df };
};
