import { FIRST_CONSENTS, type GroupDocument } from "@entrain/session";
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GroupFolder } from "../src/venue/group-folder.ts";
import { memoryFile } from "../src/venue/memory-file.ts";
import { ownFolder } from "../src/venue/own-folder.ts";

const GROUP: GroupDocument = {
  format: "entrain-group",
  id: "tuesday",
  name: "Tuesday",
  scores: false,
  record: false,
  consents: FIRST_CONSENTS,
  people: [{ pseudonym: "Robin", mark: 3, settings: { strengthPercent: 40 }, consents: { shown: false } }],
};

let dir: string;
let warned: string[];
let folder: GroupFolder;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "entrain-groups-"));
  warned = [];
  folder = new GroupFolder(join(dir, "groups"), (line) => warned.push(line));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe("groups in a folder", () => {
  test("come back as they were kept, by name, for their owner alone; and go", async () => {
    expect(await folder.list()).toEqual([]);
    await folder.save(GROUP);
    await folder.save({ ...GROUP, id: "monday", name: "Monday" });
    expect(await folder.list()).toEqual([{ ...GROUP, id: "monday", name: "Monday" }, GROUP]);
    if (process.platform !== "win32") expect(statSync(join(dir, "groups", "tuesday.json")).mode & 0o777).toBe(0o600);
    await folder.save({ ...GROUP, name: "Tuesdays" });
    await folder.remove("monday");
    await folder.remove("monday");
    expect((await folder.list()).map(({ name }) => name)).toEqual(["Tuesdays"]);
    expect(readdirSync(join(dir, "groups"))).toEqual(["tuesday.json"]);
  });

  test.each(["../escaped", "a/b", "..", "", "A", "c:\\x", "a\0b", `a${"b".repeat(60)}`])(
    "an id that is none, such as %j, is never a path",
    async (id) => {
      await expect(folder.save({ ...GROUP, id })).rejects.toMatchObject({ code: "bad-file" });
      await expect(folder.remove(id)).rejects.toMatchObject({ code: "usage" });
      expect(readdirSync(dir)).toEqual([]);
    },
  );

  test("a file that is no group is told of, and the others are there", async () => {
    await folder.save(GROUP);
    writeFileSync(join(dir, "groups", "broken.json"), '{"format":');
    writeFileSync(join(dir, "groups", "other.json"), JSON.stringify(GROUP));
    writeFileSync(join(dir, "groups", "short.json"), JSON.stringify({ ...GROUP, id: "short", people: [] }));
    expect((await folder.list()).map(({ id }) => id)).toEqual(["tuesday"]);
    expect(warned.length).toBe(3);
    for (const line of warned) expect(line).toMatch(/expected .* found/);
  });
});

test("what was open is remembered with its age, and forgotten where it is closed or is no such thing", async () => {
  const path = join(dir, "open-session.json");
  const memory = memoryFile(path);
  const state = {
    format: "entrain-open-session",
    circle: "group",
    groupId: "tuesday",
    bands: ["sim:Ada", null],
    admitted: [0],
    playing: true,
    bpm: 90,
  } as const;
  expect(await memory.load()).toBeUndefined();
  await memory.save(state);
  const longAgo = Date.now() / 1_000 - 120;
  utimesSync(path, longAgo, longAgo);
  const found = await memory.load();
  expect(found?.state).toEqual(state);
  expect(found?.ageS).toBeGreaterThan(119);
  for (const text of [
    "",
    "[]",
    "null",
    '{"format":"entrain-open-session"}',
    JSON.stringify({ ...state, bands: [1] }),
  ]) {
    writeFileSync(path, text);
    expect(await memory.load(), text).toBeUndefined();
  }
  await memory.clear();
  await memory.clear();
  expect(readdirSync(dir)).toEqual([]);
});

test("each system has its own place for what is a user's own, and ENTRAIN_HOME comes before it", () => {
  const home = join("/", "home", "robin");
  expect(ownFolder({ platform: "linux", env: {}, home })).toBe(join(home, ".local", "share", "entrain"));
  expect(ownFolder({ platform: "linux", env: { XDG_DATA_HOME: "/data" }, home })).toBe(join("/data", "entrain"));
  expect(ownFolder({ platform: "darwin", env: {}, home })).toBe(
    join(home, "Library", "Application Support", "entrain"),
  );
  expect(ownFolder({ platform: "win32", env: { APPDATA: "/roaming" }, home })).toBe(join("/roaming", "entrain"));
  expect(ownFolder({ platform: "win32", env: { ENTRAIN_HOME: "/mine" }, home })).toBe("/mine");
});
