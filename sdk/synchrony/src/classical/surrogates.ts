import { SynchronyError } from "../error.ts";

/**
 * Every member's signal turned by a random amount of its own: whoever moved together does so no longer, and each keeps
 * their own rhythm. Shifts differ by at least `leastPoints` from one member to the next, round the circle.
 *
 * @param signals each of shape [n]
 * @param leastPoints a window or more, so that the shift leaves what is compared; at most n ÷ members
 * @param random uniform in [0, 1)
 * @throws SynchronyError `bad-window` where there is no room for that
 */
export const circularShifts = (
  signals: readonly Float64Array[],
  leastPoints: number,
  random: () => number,
): readonly Float64Array[] => {
  const points = signals[0]?.length ?? 0;
  const spare = points - leastPoints * signals.length;
  if (spare < 0)
    throw new SynchronyError(
      "bad-window",
      `at most ${String(Math.floor(points / signals.length))} points`,
      leastPoints,
      "shift",
    );
  // Where each begins, in order round the circle: what is spare is divided at random between the gaps.
  const cuts = Float64Array.from(signals, () => Math.floor(random() * (spare + 1))).sort();
  const turn = Math.floor(random() * points);
  const starts = shuffled(
    Array.from(cuts, (cut, k) => (turn + cut + k * leastPoints) % Math.max(1, points)),
    random,
  );
  return signals.map((signal, k) => {
    const start = starts[k] ?? 0;
    const shifted = new Float64Array(points);
    shifted.set(signal.subarray(start));
    shifted.set(signal.subarray(0, start), points - start);
    return shifted;
  });
};

/** Fisher & Yates. */
const shuffled = <T>(values: readonly T[], random: () => number): T[] => {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = out[i] as T;
    out[i] = out[j] as T;
    out[j] = held;
  }
  return out;
};

/**
 * A pseudo-group: people who never met, each from a different recording (Bernieri & Rosenthal 1991; Ramseyer & Tschacher
 * 2010). Signals are cut to the shortest.
 *
 * @param recordings at least as many as the group is to have members; each a list of its members' signals
 * @param members of the pseudo-group
 * @param random uniform in [0, 1)
 * @throws SynchronyError `bad-member` where there are fewer recordings than members
 */
export const pseudoGroup = (
  recordings: readonly (readonly Float64Array[])[],
  members: number,
  random: () => number,
): readonly Float64Array[] => {
  const filled = recordings.filter((signals) => signals.length > 0);
  if (filled.length < members)
    throw new SynchronyError("bad-member", `${String(members)} recordings`, filled.length, "recordings");
  const chosen = shuffled(filled, random)
    .slice(0, members)
    .map((signals) => signals[Math.floor(random() * signals.length)] as Float64Array);
  const points = Math.min(...chosen.map((signal) => signal.length));
  return chosen.map((signal) => signal.subarray(0, points));
};
