import { bandMicros, encodeLine, type HostMessage, sessionMicros } from "@entrain/protocol";
import {
  type ConfigEntry,
  type Entry,
  MemoryFile,
  type NumberedEntry,
  readEntries,
  type SessionWriterOpts,
  SessionWriter,
  sourceOf,
  type Warning,
} from "../src/index.ts";

export const T0 = 123_456_789;

export const configOf = (more: Partial<ConfigEntry> = {}): ConfigEntry => ({
  kind: "config",
  tMicros: sessionMicros(T0),
  formatVersion: 1,
  sessionId: "s-1",
  title: "Tuesday group",
  startedAt: "2026-03-03T10:00:00.000Z",
  simulated: true,
  software: { entrain: "0.1.0", engine: "entrain-synchrony/1", runtime: "test" },
  members: [
    { pseudonym: "P1", placement: "wrist" },
    { pseudonym: "P2", placement: "wrist" },
  ],
  scoring: { seed: 7, windowS: 30, tStartMicros: sessionMicros(T0) },
  ...more,
});

/** A session with a bit of everything, `seconds` long: two bands that send ten lines a second, and texts. */
export function* entriesFor(seconds: number): Generator<Entry> {
  let tMicros = T0;
  for (let step = 0; step < 10 * seconds; step++) {
    tMicros += 100_000.25;
    const t = sessionMicros(tMicros);
    for (const member of [0, 1]) {
      const message: HostMessage = { kind: "clockRequest", hostSentMicros: sessionMicros(tMicros + member) };
      yield { kind: "frame", tMicros: t, member, line: encodeLine(message, step).slice(0, -1) };
    }
    yield { kind: "tick", tMicros: t, readAtMicros: tMicros - 250_000, digest: (step * 2_654_435_761) >>> 0 };
    if (step % 10 === 3) yield { kind: "note", tMicros: t, about: "note", text: `Zeile ${String(step)} – "ä"` };
    if (step % 20 === 5)
      yield {
        kind: "clock",
        tMicros: t,
        member: 1,
        hostSentMicros: t,
        bandReceivedMicros: bandMicros(0.1 * step),
        bandSentMicros: bandMicros(0.1 * step + 3),
        hostReceivedMicros: sessionMicros(t + 900),
      };
  }
}

/** Writes a whole file into memory. */
export const fileOf = (entries: Iterable<Entry>, opts: Partial<SessionWriterOpts> = {}, close = true): Uint8Array => {
  const file = new MemoryFile();
  const writer = new SessionWriter({ sink: file, config: configOf(), ...opts });
  for (const entry of entries) writer.append(entry);
  if (close) writer.close();
  return file.bytes.slice();
};

export interface ReadBack {
  readonly entries: readonly NumberedEntry[];
  readonly warnings: readonly Warning[];
}

export const readBack = async (bytes: Uint8Array): Promise<ReadBack> => {
  const warnings: Warning[] = [];
  const entries: NumberedEntry[] = [];
  for await (const batch of readEntries(sourceOf(bytes), (warning) => warnings.push(warning))) entries.push(...batch);
  return { entries, warnings };
};
