/** Pairs of n members. */
export const pairCount = (members: number): number => (members * (members - 1)) / 2;

/** Place of the pair i < j in the order (0,1), (0,2), …, (1,2), …: row by row of the upper triangle. */
export const pairIndex = (i: number, j: number, members: number): number => i * members - (i * (i + 1)) / 2 + j - i - 1;
