import { MAX_AIR_BANDS } from "@entrain/protocol";
import { CliError } from "../errors.ts";

/**
 * Reads which numbered bands take part: `1-30`, `3`, `1-6,9,12-14`.
 *
 * @throws CliError `usage` where it is none, or a number is out of range
 */
export const bandNumbers = (text: string): readonly number[] => {
  const numbers = new Set<number>();
  for (const part of text.split(",")) {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? [];
    const [low, high] = [Number(from), Number(to)];
    if (!(low >= 1 && high >= low && high <= MAX_AIR_BANDS))
      throw new CliError(
        "usage",
        `expected numbers from 1 to ${String(MAX_AIR_BANDS)} for --bands, as in 1-30, found "${text}"`,
      );
    for (let number = low; number <= high; number++) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
};
