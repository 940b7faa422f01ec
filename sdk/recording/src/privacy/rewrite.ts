import type { ByteSink, ByteSource } from "../api.ts";
import type { ConfigEntry, Entry } from "../entries.ts";
import type { RecordingError } from "../errors.ts";
import { readEntries } from "../read-entries.ts";
import { SessionWriter } from "../session-writer.ts";

/** What becomes of an entry: another one, or nothing. */
export interface Change {
  readonly config: ConfigEntry;
  readonly entry: (entry: Entry) => Entry | undefined;
  /** What comes behind everything else. */
  readonly added?: readonly Entry[];
}

/**
 * Writes a session anew with less in it, or with something added. What was damaged is not in it either. Memory does not
 * grow with the length of the session.
 *
 * @returns how many entries were kept, and how many were left out
 * @throws RecordingError `cannot-write`: what was written so far is not whole
 */
export const rewriteSession = async (
  source: ByteSource,
  sink: ByteSink,
  { config, entry: changed, added = [] }: Change,
): Promise<{ readonly kept: number; readonly leftOut: number }> => {
  const troubles: RecordingError[] = [];
  const onTrouble = (trouble: RecordingError | undefined): void => {
    if (trouble !== undefined) troubles.push(trouble);
  };
  const writer = new SessionWriter({ sink, config, onTrouble });
  let [kept, leftOut] = [0, 0];
  for await (const batch of readEntries(source, () => undefined)) {
    for (const { entry } of batch) {
      // The writer puts the configuration where it belongs.
      if (entry.kind === "config") continue;
      const now = changed(entry);
      if (now === undefined) leftOut++;
      else {
        writer.append(now);
        kept++;
      }
    }
    if (troubles[0] !== undefined) throw troubles[0];
  }
  for (const entry of added) writer.append(entry);
  writer.close();
  if (troubles[0] !== undefined) throw troubles[0];
  return { kept, leftOut };
};
