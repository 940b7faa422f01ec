import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessionMicros } from "@entrain/protocol";
import {
  type ConfigEntry,
  createSealingSink,
  type Entry,
  MemoryFile,
  openSession,
  type RecordedSession,
  SessionWriter,
  sourceOf,
} from "@entrain/recording";
import type { Command } from "commander";

const T0 = 5_000_000;
const at = (tS: number): ReturnType<typeof sessionMicros> => sessionMicros(T0 + 1e6 * tS);

export const config = (sessionId = "s-1", startedAt = new Date().toISOString()): ConfigEntry => ({
  kind: "config",
  tMicros: at(0),
  formatVersion: 1,
  sessionId,
  title: "Tuesday",
  startedAt,
  simulated: false,
  software: { entrain: "0.1.0", engine: "none/0", runtime: "test" },
  members: ["P1", "P2", "P3"].map((pseudonym) => ({ pseudonym, placement: "wrist" })),
  scoring: { seed: 1, windowS: 20, tStartMicros: at(0) },
});

const entries: readonly Entry[] = [
  ...[0, 1, 2].map((member): Entry => ({
    kind: "frame",
    tMicros: at(1),
    member,
    line: Uint8Array.from(Buffer.from(`line of ${String(member)}`)),
  })),
  { kind: "word", tMicros: at(2), member: 1, at: "check-in", text: "Ben's own word" },
  { kind: "note", tMicros: at(3), about: "note", text: "ben smiled" },
  {
    kind: "pulse",
    tMicros: at(4),
    member: 1,
    onMicros: at(4),
    plannedMicros: at(4),
    durationMicros: 80_000,
    pulseIndex: 1,
    revision: 1,
    strength: 99,
  },
  {
    kind: "reading",
    tMicros: at(5),
    reading: {
      tMicros: at(4.75),
      windowS: 20,
      group: { verdict: "withheld" },
      members: [1.5, 1.75, 2].map((tempoHz) => ({ name: "-", state: "ok", amplitudeG: 0.25, tempoHz })),
    },
  },
];

export const sessionBytes = (sessionId?: string, startedAt?: string): Uint8Array => {
  const file = new MemoryFile();
  const writer = new SessionWriter({ sink: file, config: config(sessionId, startedAt) });
  for (const entry of entries) writer.append(entry);
  writer.close();
  return file.bytes.slice();
};

export const sealedBytes = async (recipient: string, plain = sessionBytes()): Promise<Uint8Array> => {
  const file = new MemoryFile();
  const sink = await createSealingSink(file, { recipients: [recipient] });
  sink.append(plain);
  sink.close();
  await sink.settled();
  return file.bytes.slice();
};

/** A folder with sessions and names, and whatever else is given. */
export const folderWith = (files: Readonly<Record<string, Uint8Array | string>>): string => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-keep-"));
  const names = JSON.stringify({ format: "entrain-names", people: { P1: "Ann", P2: "Ben", P3: "Cleo" } });
  for (const [name, bytes] of Object.entries({ "names.json": names, ...files })) writeFileSync(join(dir, name), bytes);
  return dir;
};

export const listed = (dir: string): readonly string[] => readdirSync(dir).sort();
export const opened = (path: string): Promise<RecordedSession> => openSession(sourceOf(readFileSync(path)), path);

/** Runs a command of the command line; gives what it wrote on stdout. */
export const run = async (command: Command, ...args: readonly string[]): Promise<string> => {
  const write = process.stdout.write.bind(process.stdout);
  let text = "";
  process.stdout.write = (chunk: string) => {
    text += chunk;
    return true;
  };
  try {
    await command.exitOverride().parseAsync([...args], { from: "user" });
  } finally {
    process.stdout.write = write;
  }
  return text;
};
