import type { Target } from "./target.ts";

export interface Figures {
  readonly name: string;
  readonly holds: string;
  readonly bytes: number;
  readonly rounds: number;
  readonly faults: readonly string[];
  /** Of processor time, the longest round. */
  readonly longestMs: number;
}

/** Throws at a decoder until it has had so many bytes. */
export const runTarget = async (target: Target, bytes: number, seed: number): Promise<Figures> => {
  const { name, holds } = target;
  const faults: string[] = [];
  let thrown = 0;
  let rounds = 0;
  let longestMs = 0;
  while (thrown < bytes || rounds === 0) {
    const begun = process.cpuUsage();
    const faced = await target.round(seed + rounds);
    const { user, system } = process.cpuUsage(begun);
    longestMs = Math.max(longestMs, (user + system) / 1000);
    thrown += faced.bytes;
    faults.push(...faced.faults);
    rounds++;
  }
  return { name, holds, bytes: thrown, rounds, faults, longestMs };
};
