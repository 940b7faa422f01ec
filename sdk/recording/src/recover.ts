import { MICROS_PER_SECOND } from "@entrain/protocol";
import type { ByteSink, ByteSource, RecordedSession } from "./api.ts";
import type { RecordingError } from "./errors.ts";
import { readEntries } from "./read-entries.ts";
import { SessionWriter } from "./session-writer.ts";

export interface Recovered {
  readonly kept: number;
  /** Entries that are known to be missing between the first and the last that were kept. */
  readonly missing: number;
  readonly seconds: number;
}

/**
 * Writes what is whole of a damaged session file into a new one, numbers included, so that what is missing stays seen.
 *
 * @param session - the damaged file, opened
 * @throws RecordingError `cannot-write`
 */
export const recover = async (source: ByteSource, session: RecordedSession, sink: ByteSink): Promise<Recovered> => {
  const troubles: RecordingError[] = [];
  const onTrouble = (trouble: RecordingError | undefined): void => {
    if (trouble !== undefined) troubles.push(trouble);
  };
  const writer = new SessionWriter({ sink, config: session.config, onTrouble, repeatsConfig: false });
  let [kept, last] = [0, -1];
  let missing = 0;
  for await (const batch of readEntries(source, () => undefined)) {
    for (const { number, entry } of batch) {
      missing += number - last - 1;
      last = number;
      kept++;
      // The first entry is the configuration, which the writer has begun with.
      if (number > 0) writer.append(entry, number);
    }
    if (troubles[0] !== undefined) throw troubles[0];
  }
  writer.close();
  if (troubles[0] !== undefined) throw troubles[0];
  return { kept, missing, seconds: (session.tEndMicros - session.tStartMicros) / MICROS_PER_SECOND };
};
