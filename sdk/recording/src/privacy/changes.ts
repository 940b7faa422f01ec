import type { ConfigEntry, Entry } from "../entries.ts";
import type { Change } from "./rewrite.ts";

/** Stands where a person was. */
export const FORGOTTEN = "forgotten";

const RAW = "frame";

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** A reading in which one member has nothing but a place. What the group was given stays as it was computed. */
const readingWithout = (reading: unknown, member: number): unknown => {
  if (!isFields(reading) || !Array.isArray(reading["members"])) return undefined;
  const nobody = {
    name: FORGOTTEN,
    state: "dropout",
    amplitudeG: 0,
    quality: { blankedShare: 0, missingShare: 1 },
  };
  return { ...reading, members: reading["members"].map((each: unknown, k) => (k === member ? nobody : each)) };
};

/** Leaves one member out: their lines, pulses, presses, words and figures. Their place stays, so that others keep theirs. */
export const withoutMember = (config: ConfigEntry, member: number): Change => ({
  config: {
    ...config,
    members: config.members.map((each, k) => (k === member ? { ...each, pseudonym: FORGOTTEN } : each)),
  },
  entry: (entry: Entry): Entry | undefined => {
    if ("member" in entry && entry.member === member) return undefined;
    if (entry.kind === "memberPlan") {
      const members = entry.members.filter((each) => each !== member);
      return members.length > 0 ? { ...entry, members } : undefined;
    }
    if (entry.kind !== "reading") return entry;
    const reading = readingWithout(entry.reading, member);
    return reading === undefined ? undefined : { ...entry, reading };
  },
});

/** Leaves the raw motion of some members out; everything else stays. */
export const withoutRawOf = (config: ConfigEntry, members: ReadonlySet<number>): Change => ({
  config,
  entry: (entry) => (entry.kind === RAW && members.has(entry.member) ? undefined : entry),
});

/** Leaves the raw motion out, of everybody. */
export const withoutRawMotion = (config: ConfigEntry): Change => ({
  config: { ...config, omitted: [...new Set([...(config.omitted ?? []), RAW])] },
  entry: (entry) => (entry.kind === RAW ? undefined : entry),
});
