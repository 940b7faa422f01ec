import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Vectors computed by others' packages: a folder beside the repository, or the one that ENTRAIN_VECTORS names. */
export const VECTORS = process.env["ENTRAIN_VECTORS"] ?? resolve(import.meta.dirname, "../../../../shared/vectors");
/** Stands in the name of a test that cannot run without them. */
export const missing = existsSync(VECTORS) ? "" : ` (skipped: no vectors at ${VECTORS}, set ENTRAIN_VECTORS)`;

export type Expected = Readonly<Record<string, unknown>>;

export interface Case {
  readonly id: string;
  readonly input: string;
  readonly rows?: readonly [number, number];
  readonly expected?: Expected;
  readonly multiSyncPy?: Expected;
  readonly independent?: Expected;
}

const cases = (): readonly Case[] =>
  (JSON.parse(readFileSync(resolve(VECTORS, "golden.json"), "utf8")) as { cases: Case[] }).cases;

export const goldenCase = (id: string): Case => {
  const found = cases().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id} in golden.json`);
  return found;
};

/** Columns of a file of vectors. */
export const columnsOf = (name: string, rows?: readonly [number, number]): Float64Array[] => {
  const [head = "", ...lines] = readFileSync(resolve(VECTORS, name), "utf8").trim().split("\n");
  const cells = lines.slice(rows?.[0] ?? 0, rows?.[1]).map((line) => line.split(",").map(Number));
  return head.split(",").map((_, k) => Float64Array.from(cells, (row) => row[k] ?? NaN));
};

/** The first place where two nests of numbers differ by more than a share of the expected. */
export const firstDifference = (found: unknown, expected: unknown, relative = 1e-6, at = "$"): string | undefined => {
  if (Array.isArray(expected)) {
    for (const [i, item] of expected.entries()) {
      const there = firstDifference((found as unknown[])[i], item, relative, `${at}[${String(i)}]`);
      if (there !== undefined) return there;
    }
    return undefined;
  }
  const [a, b] = [found as number, expected as number];
  return Math.abs(a - b) <= relative * Math.abs(b) + 1e-12 ? undefined : `${at}: ${String(a)}, not ${String(b)}`;
};
