import type { SessionMicros } from "@entrain/protocol";
import type { ByteSource, RecordedSession, Warning } from "./api.ts";
import type { ConfigEntry, Entry, EntryKind, EntryOf } from "./entries.ts";
import { RecordingError } from "./errors.ts";
import { decoded, storedEntries } from "./read-entries.ts";
import { samplesOfMember } from "./samples.ts";

/** Entries of which there are so few that they are held. */
const HELD = ["plan", "stop", "step", "wearer", "note", "marker", "word", "consent", "activity"] as const;
type HeldKind = (typeof HELD)[number];
type Held = { readonly [Kind in HeldKind]: EntryOf<Kind>[] };

const isHeld = (entry: Entry): entry is EntryOf<HeldKind> => (HELD as readonly string[]).includes(entry.kind);

async function* entriesOf<Kind extends EntryKind>(
  source: ByteSource,
  kinds: readonly Kind[],
): AsyncGenerator<EntryOf<Kind>> {
  const wanted = new Set<EntryKind>(kinds);
  for await (const batch of storedEntries(source, () => undefined))
    for (const stored of batch) {
      if (wanted.size > 0 && !wanted.has(stored.kind)) continue;
      const entry = decoded(stored, () => undefined);
      if (entry !== undefined) yield entry as EntryOf<Kind>;
    }
}

/**
 * Opens a session file, whole or not: what could not be believed stands in `warnings`.
 *
 * @param name - of the file, for messages
 * @throws RecordingError `not-a-session-file` where no configuration can be found in it
 *
 * @example
 * ```ts
 * const session = await openSession(sourceOf(bytes), "tuesday.mcap");
 * for await (const { tMicros } of session.samples(0)) count += tMicros.length;
 * ```
 */
export const openSession = async (source: ByteSource, name: string): Promise<RecordedSession> => {
  const warnings: Warning[] = [];
  const onWarning = (warning: Warning): void => void warnings.push(warning);
  const held: Held = {
    ...{ plan: [], stop: [], step: [], wearer: [] },
    ...{ note: [], marker: [], word: [], consent: [], activity: [] },
  };
  const counts: Partial<Record<EntryKind, number>> = {};
  let config: ConfigEntry | undefined;
  let tEndMicros: SessionMicros | undefined;
  for await (const batch of storedEntries(source, onWarning)) {
    batch.forEach((stored, i) => {
      counts[stored.kind] = (counts[stored.kind] ?? 0) + 1;
      const isEdge = i === 0 || i === batch.length - 1;
      const isNeeded = (HELD as readonly string[]).includes(stored.kind) || stored.kind === "config";
      if (!isNeeded && !isEdge) return;
      const entry = decoded(stored, onWarning);
      if (entry === undefined) return;
      if (entry.kind === "config") config ??= entry;
      else tEndMicros = entry.tMicros;
      // Each list holds its own kind; the compiler cannot see it.
      if (isHeld(entry)) (held[entry.kind] as Entry[]).push(entry);
    });
  }
  if (config === undefined)
    throw new RecordingError(
      "not-a-session-file",
      `expected a session file, found ${source.size === 0 ? "an empty one" : "no configuration of a session in it"}, at ${name}`,
    );
  return {
    config,
    tStartMicros: config.tMicros,
    tEndMicros: tEndMicros ?? config.tMicros,
    plans: held.plan,
    stops: held.stop,
    steps: held.step,
    wearerEvents: held.wearer,
    notes: held.note,
    markers: held.marker,
    words: held.word,
    consents: held.consent,
    activities: held.activity,
    counts,
    warnings,
    entries: (...kinds) => entriesOf(source, kinds),
    samples: (member) => samplesOfMember(source, member),
  };
};
