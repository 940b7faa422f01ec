const MAX_POINTS = 2400;

/** Every k-th entry, so that a long recording does not make a heavy picture. */
export const thinned = <T>(entries: readonly T[]): readonly T[] => {
  const every = Math.ceil(entries.length / MAX_POINTS);
  return every <= 1 ? entries : entries.filter((_, i) => i % every === 0);
};

/** Runs of neighbouring entries that hold something. */
export const runsOf = <T>(entries: readonly T[], holds: (entry: T) => boolean): readonly (readonly T[])[] => {
  const runs: T[][] = [];
  let open = false;
  for (const entry of entries) {
    const held = holds(entry);
    if (held && !open) runs.push([]);
    if (held) runs.at(-1)?.push(entry);
    open = held;
  }
  return runs;
};
