import { type RecordingScore, scoreRecording } from "@entrain/session";
import { mulberry32 } from "@entrain/synchrony";
import { alignTracks } from "./align.ts";
import { readRecording } from "./read-recording.ts";
import type { RecordingArgument } from "./recordings-option.ts";
import type { RawRecording } from "./row-reader.ts";
import type { ScoreSettings } from "./settings.ts";
import { checkStarts } from "./start-option.ts";
import { oneLine } from "./text.ts";
import { pickTracks, tracksOf } from "./tracks.ts";

export interface ScoredFiles {
  readonly score: RecordingScore;
  /** What the user should know and nobody asked: where columns were taken by position. */
  readonly notes: readonly string[];
}

/**
 * Reads, aligns and scores the recordings.
 *
 * @throws CliError
 */
export const scoreFiles = async (settings: ScoreSettings): Promise<ScoredFiles> => {
  const read: (readonly [RecordingArgument, RawRecording])[] = [];
  for (const argument of settings.recordings)
    read.push([argument, await readRecording(argument.file, settings.columns)]);
  const tracks = tracksOf(read);
  const picked = pickTracks(tracks, settings.members);
  checkStarts(
    settings.startsMs,
    tracks.map(({ name }) => name),
    picked.map(({ name }) => name),
  );
  const members = alignTracks(picked, settings);
  const notes = read.flatMap(([, { file, guessedFrom }]) =>
    guessedFrom === undefined
      ? []
      : [
          `${oneLine(file)}: took t=0,x=1,y=2,z=3, as the header does not say otherwise (${oneLine(guessedFrom)}); --columns sets them`,
        ],
  );
  const { windowS, pacerBpm, seed } = settings;
  const random = mulberry32(seed);
  return { score: scoreRecording(members, { windowS, random, ...(pacerBpm !== undefined && { pacerBpm }) }), notes };
};
