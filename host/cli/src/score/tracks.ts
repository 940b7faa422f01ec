import type { RecordingArgument } from "./recordings-option.ts";
import type { RawRecording } from "./row-reader.ts";
import { oneLine, quoted, usage } from "./text.ts";

/** One member's motion as its file has it. */
export interface Track {
  readonly name: string;
  readonly file: string;
  readonly tRaw: Float64Array;
  readonly accelRaw: Float64Array;
}

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name}-${String(k)}`;
  return free;
};

/**
 * A member for each file, or for each named group of axes in it. Names are made unique.
 *
 * @throws CliError `usage` for a name given twice
 */
export const tracksOf = (recordings: readonly (readonly [RecordingArgument, RawRecording])[]): readonly Track[] => {
  const given = recordings.filter(([{ named }]) => named).map(([{ name }]) => name);
  const twice = given.find((name, k) => given.indexOf(name) !== k);
  if (twice !== undefined) throw usage("a different name for each recording", `${quoted(twice)} twice`);
  const taken = new Set<string>();
  // Names that were given come first, so that a file's own name never takes one.
  const inOrder = recordings.map(([argument, { file, tRaw, groups }]) =>
    groups.map(({ name, accelRaw }) => {
      const inFile = groups.length > 1 && name !== undefined ? oneLine(name) : undefined;
      const wanted = inFile === undefined ? argument.name : argument.named ? `${argument.name} ${inFile}` : inFile;
      return { wanted, fixed: argument.named, file, tRaw, accelRaw };
    }),
  );
  const flat = inOrder.flat();
  const names = new Map<(typeof flat)[number], string>();
  for (const track of [...flat.filter(({ fixed }) => fixed), ...flat.filter(({ fixed }) => !fixed)]) {
    const name = freeName(track.wanted, taken);
    taken.add(name);
    names.set(track, name);
  }
  return flat.map((track) => ({
    name: names.get(track) ?? track.wanted,
    file: track.file,
    tRaw: track.tRaw,
    accelRaw: track.accelRaw,
  }));
};

/**
 * The members that were asked for, in the order of the files.
 *
 * @throws CliError `usage`
 */
export const pickTracks = (tracks: readonly Track[], wanted: readonly string[] | undefined): readonly Track[] => {
  const unknown = wanted?.find((name) => !tracks.some((track) => track.name === name));
  if (unknown !== undefined)
    throw usage(`--members among ${tracks.map(({ name }) => name).join(", ")}`, quoted(unknown));
  const picked = wanted === undefined ? tracks : tracks.filter(({ name }) => wanted.includes(name));
  if (picked.length < 2)
    throw usage("at least 2 members", picked.length === 0 ? "none" : `only ${picked[0]?.name ?? ""}`);
  return picked;
};
