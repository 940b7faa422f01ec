import { jsonDigest, MemoryFile, openSession, readEntries, sourceOf } from "@entrain/recording";
import { beforeAll, expect, test } from "vitest";
import { checkReplay, largestDifference, renamed, Replayer, rescore, type SessionView } from "../src/index.ts";
import { command, readyRoom } from "./room.ts";

let bytes: Uint8Array;
let views: readonly SessionView[];
/** What came out of the replay, and what stood in the file or had been seen. */
const replayed = { digests: [] as number[], maps: [] as unknown[], samples: [] as number[] };
const logged = { digests: [] as number[], maps: [] as unknown[] };

const replay = async (): Promise<void> => {
  const session = await openSession(sourceOf(bytes), "room");
  const replayer = await Replayer.create(session.config);
  replayer.group.on(({ member, event }) => {
    if (member === 2 && event.kind === "samples") replayed.samples.push(...event.tMicros, ...event.accelG);
  });
  for await (const batch of readEntries(sourceOf(bytes), () => undefined))
    for (const { entry } of batch) {
      const reading = replayer.take(entry);
      if (reading !== undefined) replayed.digests.push(jsonDigest(reading));
      if (entry.kind === "tick") logged.digests.push(entry.digest);
      if (entry.kind !== "clock") continue;
      replayed.maps.push(replayer.bands[entry.member]?.clockMap());
      logged.maps.push(entry.map);
    }
};

/** A session with a start, new tempi, notes, a wearer's stop and resume, a band that goes and comes back, and a stop. */
beforeAll(async () => {
  const room = await readyRoom({ seed: 5, windowS: 8 });
  await command(room, { kind: "word", member: 1, at: "check-in", text: "a bit tired" });
  await command(room, { kind: "start" });
  await room.pass(6);
  await command(room, { kind: "tempo", bpm: 112 });
  await command(room, { kind: "marker", label: "louder" });
  room.bandOf("Ben").button(true);
  await room.pass(4);
  room.unplug("Chen");
  await room.pass(4);
  room.unplugged.delete("Chen");
  await room.pass(14);
  await command(room, { kind: "note", text: "Chen is back" });
  await command(room, { kind: "stop-all" });
  await room.pass(2);
  await room.close();
  ({ views } = room);
  bytes = room.file.bytes.slice();
  await replay();
}, 120_000);

test("every reading comes out the same to the last bit, mishaps and verdicts included", () => {
  expect(views.some(({ reading }) => reading.group.score !== undefined)).toBe(true);
  expect(replayed.digests.length).toBeGreaterThan(30 * 25);
  expect(replayed.digests).toEqual(logged.digests);
});

test("the replayed readings are those that viewers saw", () => {
  const seen = views.map(({ reading }) => jsonDigest(renamed(reading, (member) => `P${String(member + 1)}`)));
  expect(replayed.digests).toEqual(seen);
  expect(new Set(seen).size).toBeGreaterThan(500);
});

test("the replayed clock maps are those that held while it ran", () => {
  expect(logged.maps.length).toBeGreaterThan(60);
  expect(replayed.maps).toEqual(logged.maps);
});

test("the samples that a file gives are those that the pipeline took", async () => {
  const session = await openSession(sourceOf(bytes), "room");
  const given: number[] = [];
  for await (const { tMicros, accelG } of session.samples(2)) given.push(...tMicros, ...accelG);
  expect(given.length).toBeGreaterThan(1_000);
  expect(given).toEqual(replayed.samples);
});

test("a file is whole, and counts what is the same", async () => {
  const session = await openSession(sourceOf(bytes), "room");
  expect(session.warnings).toEqual([]);
  const check = await checkReplay(sourceOf(bytes), session);
  expect(check).toMatchObject({ identical: check.ticks, largestDifference: 0, sameEngine: true });
  expect(check.readings).toBe(Math.ceil(check.ticks / 25));
}, 60_000);

test("one line less, and the replay says so", async () => {
  const session = await openSession(sourceOf(bytes), "room");
  const replayer = await Replayer.create(session.config, { ...session.config.scoring, windowS: 30 });
  const without = await Replayer.create(session.config, { ...session.config.scoring, windowS: 30 });
  // Lines as long as this are samples; what is said of the clock may change nothing.
  const longest = 60;
  let [bursts, different] = [0, 0];
  for await (const batch of readEntries(sourceOf(bytes), () => undefined))
    for (const { entry } of batch) {
      const reading = replayer.take(entry);
      if (entry.kind === "frame" && entry.line.length > longest && bursts++ === 300) continue;
      if (jsonDigest(reading ?? null) !== jsonDigest(without.take(entry) ?? null)) different++;
    }
  expect(different).toBeGreaterThan(0);
}, 60_000);

test("what people said stands in the file, in their words", async () => {
  const { words, notes, markers, wearerEvents, plans, stops } = await openSession(sourceOf(bytes), "room");
  expect(words).toMatchObject([{ member: 1, at: "check-in", text: "a bit tired" }]);
  expect(notes).toMatchObject([{ about: "note", text: "Chen is back" }]);
  expect(markers).toMatchObject([{ label: "louder" }]);
  expect(wearerEvents).toMatchObject([{ member: 1, action: "stop" }]);
  expect(plans.map(({ bpm }) => bpm)).toEqual([100, 112]);
  expect(stops.length).toBe(1);
});

test("versions of the program, the engine and each band's firmware stand in the file", async () => {
  const session = await openSession(sourceOf(bytes), "room");
  expect(session.config.software).toMatchObject({ entrain: "0.0.0", runtime: "test", engine: /^entrain-synchrony/ });
  const firmware = new Set<string | undefined>();
  for await (const { info } of session.entries("band")) firmware.add(info?.firmwareVersion);
  expect([...firmware].filter((version) => version !== undefined).length).toBeGreaterThan(0);
});

test("no name of a person stands in the file", () => {
  const text = new TextDecoder("latin1").decode(bytes);
  for (const name of ["Ada", "Ben"]) expect(text.includes(`"${name}"`)).toBe(false);
});

test("other settings make a layer beside the recording, which names it", async () => {
  const session = await openSession(sourceOf(bytes), "room");
  const before = bytes.slice();
  const sink = new MemoryFile();
  const software = { entrain: "0.0.0", runtime: "test" };
  const opts = { source: sourceOf(bytes), session, fileName: "room.mcap", sink, windowS: 30, seed: 3, software };
  const ticks = await rescore(opts);
  const layer = await openSession(sink, "layer");
  expect(layer.config).toMatchObject({ layerOf: { file: "room.mcap" }, scoring: { windowS: 30, seed: 3 } });
  expect(layer.counts).toMatchObject({ tick: ticks, reading: Math.ceil(ticks / 25) });
  expect(bytes).toEqual(before);
  for await (const { reading } of layer.entries("reading")) expect(reading).toMatchObject({ windowS: 30 });
}, 60_000);

test("differences are found wherever they are", () => {
  expect(largestDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(0);
  expect(largestDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 2.5 }] })).toBe(0.5);
  expect(largestDifference({ a: 1 }, { a: 1, b: 0 })).toBe(Infinity);
  expect(largestDifference({ a: "x" }, { a: "y" })).toBe(Infinity);
});
