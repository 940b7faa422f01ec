import { type ByteSource, FORGOTTEN, jsonDigest, readEntries, type RecordedSession } from "@entrain/recording";
import { ESTIMATOR_VERSION, type Reading } from "@entrain/synchrony";
import { largestDifference } from "./difference.ts";
import { Replayer } from "./replayer.ts";

export interface ReplayCheck {
  readonly ticks: number;
  /** Publications whose reading came out the same to the last bit. */
  readonly identical: number;
  readonly readings: number;
  /** Between a whole reading in the file and its replay. */
  readonly largestDifference: number;
  /** The same of what was found of each of the others alone, where the lines of somebody are not in the file. */
  readonly largestOwnDifference: number;
  /** Places in `config.members` of those whose lines are not in the file, or not all of them, by their own wish. */
  readonly withoutLines: readonly number[];
  /** Whether this program has the engine that recorded the file. */
  readonly sameEngine: boolean;
}

/** Those who refused that their raw motion is kept, for a while at least, and those who were taken out. */
const membersWithoutLines = ({ config, consents }: RecordedSession): readonly number[] =>
  config.members.flatMap(({ pseudonym }, member) => {
    const isRefused = consents.some(
      (entry) => entry.member === member && entry.use === "raw-recording" && !entry.given,
    );
    return isRefused || pseudonym === FORGOTTEN ? [member] : [];
  });

/** What was found of each of the others from their own movement alone. */
const ownFigures = (reading: Reading, without: readonly number[]): unknown =>
  reading.members.map(({ state, phaseRad, tempoHz, amplitudeG }, member) =>
    without.includes(member) ? undefined : { state, phaseRad, tempoHz, amplitudeG },
  );

/** Replays a whole file as fast as it goes, and compares what comes out with what was published while it ran. */
export const checkReplay = async (source: ByteSource, session: RecordedSession): Promise<ReplayCheck> => {
  const { config } = session;
  const withoutLines = membersWithoutLines(session);
  const replayer = await Replayer.create(config);
  let [ticks, identical, readings, largest, largestOwn] = [0, 0, 0, 0, 0];
  let last: Reading | undefined;
  for await (const batch of readEntries(source, () => undefined))
    for (const { entry } of batch) {
      const reading = replayer.take(entry);
      if (reading !== undefined) last = reading;
      if (entry.kind === "tick") {
        ticks++;
        if (jsonDigest(reading) === entry.digest) identical++;
      } else if (entry.kind === "reading") {
        readings++;
        largest = Math.max(largest, largestDifference(entry.reading, last));
        const own = [entry.reading, last].map((reading) => ownFigures(reading as Reading, withoutLines));
        largestOwn = Math.max(largestOwn, largestDifference(own[0], own[1]));
      }
    }
  const sameEngine = config.software.engine === ESTIMATOR_VERSION;
  return {
    ticks,
    identical,
    readings,
    largestDifference: largest,
    largestOwnDifference: largestOwn,
    withoutLines,
    sameEngine,
  };
};
