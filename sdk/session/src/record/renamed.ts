import type { Reading } from "@entrain/synchrony";

/** A reading in which every member goes by another name. */
export const renamed = (reading: Reading, nameOf: (member: number) => string): Reading => ({
  ...reading,
  members: reading.members.map((member, k) => ({ ...member, name: nameOf(k) })),
});
