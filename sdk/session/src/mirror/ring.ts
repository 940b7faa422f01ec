/**
 * Some people among whom one leads: the leader's movement onsets reach all the others. A pair is a ring of two, a circle one of many;
 * a child that is followed leads a ring that never swaps.
 */
export interface Ring {
  /** In the order in which they lead; indices of members. */
  readonly members: readonly number[];
  /** One of them. */
  readonly leader: number;
}

/** The next in the ring leads. */
export const swapped = ({ members, leader }: Ring): Ring => ({
  members,
  leader: members[(members.indexOf(leader) + 1) % members.length] ?? leader,
});

/** @throws Error that a person can read */
export const checkRings = (rings: readonly Ring[], groupSize: number): void => {
  const seen = new Set<number>();
  for (const { members, leader } of rings) {
    if (members.length < 2) throw new Error(`expected two members or more in a ring, found ${String(members.length)}`);
    for (const member of members) {
      if (!Number.isInteger(member) || member < 0 || member >= groupSize)
        throw new Error(`expected members from 0 to ${String(groupSize - 1)}, found ${String(member)}`);
      if (seen.has(member)) throw new Error(`expected every member in one ring at most, found ${String(member)} twice`);
      seen.add(member);
    }
    if (!members.includes(leader))
      throw new Error(`expected the leader to be one of the ring, found ${String(leader)}`);
  }
};
