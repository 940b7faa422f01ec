import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import { expect, test } from "vitest";
import { CHANNELS, MemoryFile, openSession, SessionWriter, sourceOf } from "../src/index.ts";
import { configOf, entriesFor, fileOf, readBack, T0 } from "./sessions.ts";

test("what is appended is read back, in its order, bit by bit, without a warning", async () => {
  const { entries, warnings } = await readBack(fileOf(entriesFor(150)));
  expect(warnings).toEqual([]);
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i));
  const inOrder = entries.map(({ entry }) => entry).filter(({ kind }) => kind !== "config");
  expect(inOrder).toEqual([...entriesFor(150)]);
});

test("the configuration stands at the beginning, and again every minute", async () => {
  const { entries } = await readBack(fileOf(entriesFor(150)));
  const configs = entries.filter(({ entry }) => entry.kind === "config");
  expect(configs[0]).toEqual({ number: 0, entry: configOf() });
  expect(configs.length).toBe(3);
});

test("the reference reader of the format reads every message and every schema", () => {
  const reader = new McapStreamReader();
  reader.append(fileOf(entriesFor(3)));
  const kinds: Record<string, number> = {};
  for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord())
    kinds[record.type] = (kinds[record.type] ?? 0) + 1;
  expect(reader.done()).toBe(true);
  expect(kinds).toMatchObject({ Message: [...entriesFor(3)].length + 1, Header: 1, DataEnd: 1 });
  expect(kinds["Schema"]).toBe(2 * CHANNELS.length);
});

test("the reference reader finds its way by the index", async () => {
  const bytes = fileOf(entriesFor(30));
  const reader = await McapIndexedReader.Initialize({
    readable: {
      size: () => Promise.resolve(BigInt(bytes.length)),
      read: (offset, size) => Promise.resolve(bytes.slice(Number(offset), Number(offset + size))),
    },
  });
  const topics: string[] = [];
  for await (const message of reader.readMessages({ topics: ["/note"] }))
    topics.push(new TextDecoder().decode(message.data));
  expect(topics.length).toBe(30);
  expect(reader.statistics?.messageCount).toBe(BigInt([...entriesFor(30)].length + 1));
  expect(Number(reader.statistics?.messageStartTime ?? 0n) / 1e6).toBeCloseTo(Date.parse(configOf().startedAt), 0);
});

test("nothing waits for longer than half a second", () => {
  const file = new MemoryFile();
  const writer = new SessionWriter({ sink: file, config: configOf() });
  let [flushedMicros, size, worst] = [T0, file.size, 0];
  for (const entry of entriesFor(60)) {
    writer.append(entry);
    if (file.size > size) [flushedMicros, size] = [entry.tMicros, file.size];
    worst = Math.max(worst, entry.tMicros - flushedMicros);
  }
  expect(worst).toBeLessThanOrEqual(500_000);
});

test("a quiet session is handed over by its timer", () => {
  const file = new MemoryFile();
  const writer = new SessionWriter({ sink: file, config: configOf() });
  const { size } = file;
  const [first] = entriesFor(1);
  if (first !== undefined) writer.append(first);
  writer.keepUp(T0 + 200_000);
  expect(file.size).toBe(size);
  writer.keepUp(T0 + 600_000);
  expect(file.size).toBeGreaterThan(size);
});

test("what is left out on purpose leaves no gap", async () => {
  const config = configOf({ omitted: ["frame"] });
  const { entries, warnings } = await readBack(fileOf(entriesFor(5), { config }));
  expect(warnings).toEqual([]);
  expect(entries.some(({ entry }) => entry.kind === "frame")).toBe(false);
});

test("a session opens with what is small in it, and counts of the rest", async () => {
  const session = await openSession(sourceOf(fileOf(entriesFor(30))), "test");
  expect(session.config).toEqual(configOf());
  expect(session.notes.length).toBe(30);
  expect(session.counts).toMatchObject({ frame: 600, tick: 300, clock: 15 });
  expect(session.tEndMicros - session.tStartMicros).toBeCloseTo(30e6 + 75, 3);
  const clocks = [];
  for await (const { kind } of session.entries("clock")) clocks.push(kind);
  expect(clocks.length).toBe(15);
});
