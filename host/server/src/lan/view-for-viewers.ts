import type { SessionView } from "@entrain/session";

/**
 * What a device that only looks on is sent: numbers for names, nothing of files, of what people want for themselves, or of
 * why a tempo was chosen. Whatever a view gains later stays here until it is let out by name.
 */
export const viewForViewers = (view: SessionView): SessionView => {
  const { tMicros, simulated, playing, pacer, bands, reading, stop, exercise } = view;
  const numberOf = new Map(bands.map(({ name, member }) => [name, String(member + 1)]));
  return {
    tMicros,
    title: "",
    simulated,
    playing,
    pacer,
    bands: bands.map(({ member, status, framesBad }) => ({
      member,
      name: String(member + 1),
      board: "",
      status,
      restedByWearer: false,
      framesBad,
    })),
    reading: { ...reading, members: reading.members.map((member, i) => ({ ...member, name: String(i + 1) })) },
    stop: { state: stop.state, unconfirmed: stop.unconfirmed.map((name) => numberOf.get(name) ?? "?") },
    ...(exercise && { exercise }),
  };
};
