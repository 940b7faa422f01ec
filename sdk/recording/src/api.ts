import type { BurstSamples, SessionMicros } from "@entrain/protocol";
import type {
  ActivityEntry,
  ConfigEntry,
  ConsentEntry,
  Entry,
  EntryKind,
  EntryOf,
  MarkerEntry,
  NoteEntry,
  PlanEntry,
  StepEntry,
  StopEntry,
  WearerEntry,
  WordEntry,
} from "./entries.ts";

/** Where a session file is written to: a file, memory, a browser's file system. Bytes are appended, in order, for good. */
export interface ByteSink {
  /** Hands bytes over before it returns: from then on they outlive this program. @throws whatever the medium throws */
  append(bytes: Uint8Array): void;
  /** Asks the medium to hold what it has against a loss of power, without waiting for it. */
  sync(): void;
  close(): void;
}

/** Bytes that can be read from anywhere, such as a file. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `offset` on; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What a reader could not believe, in the order of the file. */
export interface Warning {
  readonly code: "not-closed" | "damaged" | "missing" | "unknown-entry" | "checksum";
  /** Byte of the file. */
  readonly at: number;
  readonly message: string;
}

/** An entry and its number: numbers count up without a gap in a file that is whole. */
export interface NumberedEntry {
  readonly number: number;
  readonly entry: Entry;
}

/** IMU samples of one member on the session clock, as the session computed them while it ran. */
export interface SampleBlock extends BurstSamples {
  /** Samples that the band took but could not send, since the block before. */
  readonly missed: number;
}

/**
 * A session as a file holds it. What is small is held here; what grows with the length of the session is read from the
 * file anew, a second at a time.
 */
export interface RecordedSession {
  readonly config: ConfigEntry;
  /** From when the recording began to its last entry. */
  readonly tStartMicros: SessionMicros;
  readonly tEndMicros: SessionMicros;
  readonly plans: readonly PlanEntry[];
  readonly stops: readonly StopEntry[];
  readonly steps: readonly StepEntry[];
  readonly wearerEvents: readonly WearerEntry[];
  readonly notes: readonly NoteEntry[];
  readonly markers: readonly MarkerEntry[];
  readonly words: readonly WordEntry[];
  readonly consents: readonly ConsentEntry[];
  readonly activities: readonly ActivityEntry[];
  /** How many entries there are of each kind. */
  readonly counts: Readonly<Partial<Record<EntryKind, number>>>;
  readonly warnings: readonly Warning[];
  /** Entries of some kinds, or of all, in the order of the file. */
  entries<Kind extends EntryKind>(...kinds: readonly Kind[]): AsyncIterable<EntryOf<Kind>>;
  /** @param member - its place in `config.members` */
  samples(member: number): AsyncIterable<SampleBlock>;
}
