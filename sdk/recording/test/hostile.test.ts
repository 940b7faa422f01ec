import { expect, test } from "vitest";
import { MemoryFile, openSession, recover, type RecordingError, SessionWriter, sourceOf } from "../src/index.ts";
import { damageRun } from "./damage.ts";
import { configOf, entriesFor, fileOf, readBack, T0 } from "./sessions.ts";

test.each([
  ["nothing at all", new Uint8Array(0)],
  ["one byte", Uint8Array.of(0x89)],
  ["zeros", new Uint8Array(10_000)],
  ["text", new TextEncoder().encode("t_s,x,y,z\n".repeat(1_000))],
  ["a header alone", fileOf([], {}, false).slice(0, 40)],
])("%s is no session file, and says so", async (_, bytes) => {
  await expect(openSession(sourceOf(bytes), "thing.mcap")).rejects.toMatchObject({
    code: "not-a-session-file",
    message: expect.stringMatching(/^expected a session file, found .*, at thing.mcap$/) as string,
  });
});

test("of a file cut at any byte, what was whole is kept, and the cut is told", async () => {
  const bytes = fileOf(entriesFor(4));
  const whole = (await readBack(bytes)).entries.map((entry) => JSON.stringify(entry));
  let before = 0;
  for (let length = 0; length < bytes.length; length += 61) {
    const { entries, warnings } = await readBack(bytes.slice(0, length));
    expect(entries.every((entry, i) => JSON.stringify(entry) === whole[i])).toBe(true);
    expect(entries.length).toBeGreaterThanOrEqual(before);
    before = entries.length;
    if (length > 0) expect(warnings.length).toBeGreaterThan(0);
  }
  expect(before).toBe(whole.length);
}, 30_000);

test("a file that was never closed is read to its last whole chunk", async () => {
  const { entries, warnings } = await readBack(fileOf(entriesFor(10), {}, false));
  expect(warnings.map(({ code }) => code)).toEqual(["not-closed"]);
  const last = entries.at(-1)?.entry.tMicros ?? NaN;
  expect(T0 + 10e6 - last).toBeLessThan(500_000);
});

test("a flipped bit anywhere is told, and costs at most the chunk that it is in", async () => {
  const bytes = fileOf(entriesFor(4));
  const whole = (await readBack(bytes)).entries.length;
  for (let at = 0; at < bytes.length; at += 97) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const { entries, warnings } = await readBack(flipped);
    expect(warnings.length, `bit of byte ${String(at)}`).toBeGreaterThan(0);
    expect(entries.length, `bit of byte ${String(at)}`).toBeGreaterThan(whole - 30);
  }
}, 30_000);

test("500 files damaged at random: nothing wrong is believed without a warning", async () => {
  const { faults } = await damageRun(fileOf(entriesFor(4)), 500, 20_260_301);
  expect(faults).toEqual([]);
}, 60_000);

test("the beginning of a file may be lost: the configuration stands in it again a minute later", async () => {
  const bytes = fileOf(entriesFor(130));
  const session = await openSession(sourceOf(bytes.slice(30_000)), "test");
  expect(session.config).toEqual(configOf());
  expect(session.warnings.length).toBeGreaterThan(0);
  expect(session.notes.length).toBeGreaterThan(60);
});

test("a recovered file is whole but for what is missing, which it tells", async () => {
  const bytes = fileOf(entriesFor(20), {}, false);
  bytes.fill(0x55, 60_000, 60_500);
  const source = sourceOf(bytes);
  const file = new MemoryFile();
  const { kept, missing, seconds } = await recover(source, await openSession(source, "test"), file);
  const again = await readBack(file.bytes);
  expect(again.entries.length).toBe(kept);
  expect(missing).toBeGreaterThan(0);
  expect(again.warnings.map(({ code }) => code)).toEqual(["missing"]);
  expect(again.entries).toEqual((await readBack(bytes)).entries);
  expect(seconds).toBeCloseTo(20, 0);
});

test("a medium that fails costs the recording, never the session; the gap is told when it works again", async () => {
  const file = new MemoryFile();
  const troubles: (RecordingError | undefined)[] = [];
  let full = false;
  const writer = new SessionWriter({
    config: configOf(),
    sink: {
      append: (bytes) => {
        if (full) throw new Error("ENOSPC: no space left on device");
        file.append(bytes);
      },
      sync: () => undefined,
      close: () => undefined,
    },
    onTrouble: (trouble) => troubles.push(trouble),
  });
  for (const entry of entriesFor(30)) {
    const passedS = (entry.tMicros - T0) / 1e6;
    full = passedS > 10 && passedS < 15;
    writer.append(entry);
  }
  writer.close();
  expect(troubles.map((trouble) => trouble?.message)).toEqual([
    "expected room for the session file, found ENOSPC: no space left on device",
    undefined,
  ]);
  const { entries, warnings } = await readBack(file.bytes);
  expect(warnings.map(({ code }) => code)).toEqual(["missing"]);
  expect((entries.at(-1)?.entry.tMicros ?? 0) - T0).toBeCloseTo(30e6, -3);
});

test("a medium that fails at once is told before anything is recorded", () => {
  const sink = new MemoryFile();
  sink.append = () => {
    throw new Error("EROFS: read-only file system");
  };
  expect(() => new SessionWriter({ sink, config: configOf() })).toThrow(
    /^expected room for the session file, found EROFS/,
  );
});
