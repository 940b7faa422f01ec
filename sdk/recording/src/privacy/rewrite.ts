import type { ByteSink, ByteSource } from "../api.ts";
import type { ConfigEntry, Entry } from "../entries.ts";
import { readEntries } from "../read-entries.ts";
import { SessionWriter } from "../session-writer.ts";

/** What becomes of an entry: another one, or nothing. */
export interface Change {
  readonly config: ConfigEntry;
  readonly entry: (entry: Entry) => Entry | undefined;
}

/**
 * Writes a session anew with less in it. What was damaged is not in it either.
 *
 * @returns how many entries were kept, and how many were left out
 */
export const rewriteSession = async (
  source: ByteSource,
  sink: ByteSink,
  { config, entry: changed }: Change,
): Promise<{ readonly kept: number; readonly leftOut: number }> => {
  let trouble: Error | undefined;
  const writer = new SessionWriter({ sink, config, onTrouble: (found) => (trouble = found) });
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
    if (trouble !== undefined) throw trouble;
  }
  writer.close();
  return { kept, leftOut };
};
