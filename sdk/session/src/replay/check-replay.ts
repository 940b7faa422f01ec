import { type ByteSource, jsonDigest, readEntries, type RecordedSession } from "@entrain/recording";
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
  /** Whether this program has the engine that recorded the file. */
  readonly sameEngine: boolean;
}

/** Replays a whole file as fast as it goes, and compares what comes out with what was published while it ran. */
export const checkReplay = async (source: ByteSource, { config }: RecordedSession): Promise<ReplayCheck> => {
  const replayer = await Replayer.create(config);
  let [ticks, identical, readings, largest] = [0, 0, 0, 0];
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
      }
    }
  const sameEngine = config.software.engine === ESTIMATOR_VERSION;
  return { ticks, identical, readings, largestDifference: largest, sameEngine };
};
