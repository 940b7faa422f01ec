import type { ScoreResult } from "./result.ts";

/** Names that moved together, in the order of the members. */
export type Company = readonly string[];

/**
 * Who moved with whom: members joined by dyads beyond chance, directly or through others.
 *
 * @returns only those of two or more, the largest first
 */
export const companies = ({ members, dyads }: Pick<ScoreResult, "members" | "dyads">): readonly Company[] => {
  const names = members.map(({ name }) => name);
  const label = new Map(names.map((name) => [name, name]));
  for (const { a, b, beyondChance } of dyads.pairs) {
    if (!beyondChance) continue;
    const [kept, gone] = [label.get(a), label.get(b)];
    for (const name of names) if (kept !== undefined && label.get(name) === gone) label.set(name, kept);
  }
  return [...new Set(label.values())]
    .map((one) => names.filter((name) => label.get(name) === one))
    .filter((company) => company.length > 1)
    .sort((a, b) => b.length - a.length);
};
