import type { ByteSource, NumberedEntry, Warning } from "./api.ts";
import { CHANNELS } from "./channels.ts";
import { decodeEntry, kindOfTopic } from "./entry-codec.ts";
import type { EntryKind } from "./entries.ts";
import { messagesOf } from "./mcap/chunk-messages.ts";
import { scanChunks } from "./mcap/scan-chunks.ts";

/** An entry that is decoded only when somebody wants it. */
export interface StoredEntry {
  readonly number: number;
  readonly kind: EntryKind;
  /** A view that holds until the next batch is asked for. */
  readonly data: Uint8Array;
}

export type OnWarning = (warning: Warning) => void;

/** In files of this format the channels have these numbers; a file whose beginning is damaged is read by them. */
const KNOWN_KINDS = new Map<number, EntryKind>(CHANNELS.map(({ kind }, i) => [i + 1, kind]));

/**
 * The entries of a session file, as they stand in it, some tenths of a second at a time. Takes any bytes at all and never
 * holds more than a few chunks. Whatever is missing or cannot be believed is told; nothing of it is handed out.
 */
export async function* storedEntries(source: ByteSource, onWarning: OnWarning): AsyncGenerator<readonly StoredEntry[]> {
  const warn = (code: Warning["code"], at: number, message: string): void => {
    onWarning({ code, at, message });
  };
  const kinds = new Map(KNOWN_KINDS);
  let next = 0;
  for await (const { at, records } of scanChunks(source, warn)) {
    const batch: StoredEntry[] = [];
    const messages = messagesOf(records, (id, topic) => {
      const kind = kindOfTopic(topic);
      if (kind === undefined) kinds.delete(id);
      else kinds.set(id, kind);
    });
    let step = messages.next();
    for (; step.done !== true; step = messages.next()) {
      const { channelId, sequence, data } = step.value;
      if (sequence < next) {
        warn("damaged", at, `entry ${String(sequence)} stands again at byte ${String(at)}; the second is left out`);
        continue;
      }
      if (sequence > next)
        warn("missing", at, `${String(sequence - next)} entries are missing before byte ${String(at)}`);
      next = sequence + 1;
      const kind = kinds.get(channelId);
      if (kind === undefined)
        warn("unknown-entry", at, `entry ${String(sequence)} is of a kind that is not known here`);
      else batch.push({ number: sequence, kind, data });
    }
    if (!step.value) warn("damaged", at, `the chunk at byte ${String(at)} ends in the midst of an entry`);
    yield batch;
  }
}

/** Decodes a stored entry; one that cannot be is told, and is undefined. */
export const decoded = (
  { number, kind, data }: StoredEntry,
  onWarning: OnWarning,
): NumberedEntry["entry"] | undefined => {
  const entry = decodeEntry(kind, data);
  if (entry === undefined)
    onWarning({ code: "unknown-entry", at: 0, message: `entry ${String(number)} (${kind}) cannot be read` });
  return entry;
};

/** Every entry of a session file, in its order. @see storedEntries */
export async function* readEntries(source: ByteSource, onWarning: OnWarning): AsyncGenerator<readonly NumberedEntry[]> {
  for await (const batch of storedEntries(source, onWarning)) {
    const entries: NumberedEntry[] = [];
    for (const stored of batch) {
      const entry = decoded(stored, onWarning);
      if (entry !== undefined) entries.push({ number: stored.number, entry });
    }
    yield entries;
  }
}
