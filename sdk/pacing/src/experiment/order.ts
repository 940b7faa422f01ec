import type { ExperimentBlock } from "./document.ts";

const below = (count: number, random: () => number): number => Math.min(count - 1, Math.floor(random() * count));

/** Fisher–Yates: every order is as likely as any other. */
export const shuffled = <T>(list: readonly T[], random: () => number): readonly T[] => {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const k = below(i + 1, random);
    [all[i], all[k]] = [all[k] as T, all[i] as T];
  }
  return all;
};

/**
 * Rows of a square in which each place has each thing equally often, and each thing comes equally often right after each
 * other (Williams 1949, doi:10.1071/CH9490149): as many rows as things, twice as many where that is odd.
 */
export const balancedRows = (count: number): readonly (readonly number[])[] => {
  const first = Array.from({ length: count }, (_, i) => (i % 2 === 1 ? (i + 1) / 2 : (count - i / 2) % count));
  const rows = Array.from({ length: count }, (_, row) => first.map((each) => (each + row) % count));
  return count % 2 === 0 ? rows : [...rows, ...rows.map((row) => row.toReversed())];
};

/** The conditions of a block in the order of its trials. */
export const orderOf = (
  { conditions, repetitions, order }: ExperimentBlock,
  random: () => number,
): readonly string[] => {
  const all = Array.from({ length: repetitions }, () => conditions).flat();
  if (order === "as-written") return all;
  if (order === "shuffled") return shuffled(all, random);
  const rows = balancedRows(conditions.length);
  const start = below(rows.length, random);
  return Array.from({ length: repetitions }, (_, i) => rows[(start + i) % rows.length] ?? []).flatMap((row) =>
    row.map((each) => conditions[each] ?? ""),
  );
};
