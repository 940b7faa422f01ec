import type { ByteSink } from "./api.ts";
import { CHANNELS } from "./channels.ts";
import { encodeEntry } from "./entry-codec.ts";
import type { ConfigEntry, Entry, EntryKind } from "./entries.ts";
import { RecordingError } from "./errors.ts";
import { ChunkedWriter } from "./mcap/chunked-writer.ts";

/** What has waited for so long goes to the sink, so that a second is never at stake. */
const FLUSH_MICROS = 400_000;
const FLUSH_BYTES = 512 * 1024;
/** The medium is asked to hold its data against a loss of power so often. */
const SYNC_MICROS = 1_000_000;
/** Schemas, channels and the configuration stand in the file anew so often: a damaged beginning is then no loss. */
const REPEAT_MICROS = 60_000_000;
export const PROFILE = "entrain";

const encoder = new TextEncoder();
const CHANNEL_ID = new Map<EntryKind, number>(CHANNELS.map(({ kind }, i) => [kind, i + 1]));

const schemas = CHANNELS.map(({ kind, encoding, schema }, i) => ({
  id: i + 1,
  name: `entrain.${kind}`,
  encoding: encoding === "json" ? "jsonschema" : encoding,
  data: encoder.encode(JSON.stringify(schema)),
}));
const channels = CHANNELS.map(({ topic, encoding, description }, i) => ({
  id: i + 1,
  schemaId: i + 1,
  topic,
  messageEncoding: encoding,
  metadata: new Map([["description", description]]),
}));

export interface SessionWriterOpts {
  readonly sink: ByteSink;
  readonly config: ConfigEntry;
  /** Whether the configuration is written anew every minute. Default true; a copy of a file has its own. */
  readonly repeatsConfig?: boolean;
  /** Told once when writing begins to fail, and with undefined when it goes well again. */
  readonly onTrouble?: (trouble: RecordingError | undefined) => void;
}

/**
 * Appends a session's entries to a file. Appending never throws: a medium that is full or gone costs the recording,
 * never the session. Entries that could not be written leave a gap in the numbers, which every reader reports.
 */
export class SessionWriter {
  private readonly opts: SessionWriterOpts;
  private readonly writer: ChunkedWriter;
  private readonly omitted: ReadonlySet<string>;
  private readonly epochNanos: bigint;
  private next = 0;
  private oldestMicros: number | undefined;
  private describedMicros: number;
  private syncedMicros = -Infinity;
  private trouble: RecordingError | undefined;
  private closed = false;

  /** Writes the beginning at once. @throws RecordingError `cannot-write` */
  constructor(opts: SessionWriterOpts) {
    this.opts = opts;
    this.omitted = new Set(opts.config.omitted ?? []);
    this.epochNanos = BigInt(Math.round(Date.parse(opts.config.startedAt))) * 1_000_000n;
    this.describedMicros = opts.config.tMicros;
    try {
      this.writer = new ChunkedWriter({
        sink: opts.sink,
        profile: PROFILE,
        library: `entrain ${opts.config.software.entrain}`,
        schemas,
        channels,
      });
      this.describe();
      this.writer.flush();
    } catch (error) {
      throw troubleOf(error);
    }
  }

  get bytes(): number {
    return this.writer.bytes;
  }

  /** The number that the next entry gets. */
  get count(): number {
    return this.next;
  }

  /** @param number - of the entry, where it has one already: not below {@link count} */
  append(entry: Entry, number?: number): void {
    if (this.closed || this.omitted.has(entry.kind)) return;
    const isOld = entry.tMicros - this.describedMicros >= REPEAT_MICROS;
    if (isOld && this.opts.repeatsConfig !== false) {
      this.describedMicros = entry.tMicros;
      this.describe();
    }
    this.next = number ?? this.next;
    this.put(entry, this.next++);
    this.keepUp(entry.tMicros);
  }

  /** Hands over what has waited long enough. To be called a few times a second, for when nothing is appended. */
  keepUp(nowMicros: number): void {
    if (this.oldestMicros === undefined) return;
    if (nowMicros - this.oldestMicros >= FLUSH_MICROS || this.writer.waiting >= FLUSH_BYTES) this.flush(nowMicros);
  }

  /** Hands everything over now. */
  flush(nowMicros: number): void {
    this.oldestMicros = undefined;
    this.attempt(() => {
      this.writer.flush();
      if (nowMicros - this.syncedMicros < SYNC_MICROS) return;
      this.syncedMicros = nowMicros;
      this.opts.sink.sync();
    });
  }

  /** Ends the file so that viewers can jump about in it. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.attempt(() => {
      this.writer.end();
    });
    this.attempt(() => {
      this.opts.sink.close();
    });
  }

  private describe(): void {
    this.writer.describe();
    this.put(this.opts.config, this.next++);
  }

  private put(entry: Entry, sequence: number): void {
    this.oldestMicros ??= entry.tMicros;
    const passedNanos = BigInt(Math.round((entry.tMicros - this.opts.config.tMicros) * 1_000));
    const logTime = this.epochNanos + passedNanos;
    const channelId = CHANNEL_ID.get(entry.kind) ?? 0;
    this.writer.add({ channelId, sequence, logTime, publishTime: logTime, data: encodeEntry(entry) });
  }

  private attempt(write: () => void): void {
    try {
      write();
      if (this.trouble === undefined) return;
      this.trouble = undefined;
      this.opts.onTrouble?.(undefined);
    } catch (error) {
      if (this.trouble !== undefined) return;
      this.trouble = troubleOf(error);
      this.opts.onTrouble?.(this.trouble);
    }
  }
}

const troubleOf = (error: unknown): RecordingError => {
  if (error instanceof RecordingError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new RecordingError("cannot-write", `expected room for the session file, found ${why}`);
};
