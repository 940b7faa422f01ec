import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newKeyPair } from "@entrain/recording";
import { expect, test } from "vitest";
import { createCompareCommand } from "../../src/library/compare-command.ts";
import { createSessionsCommand } from "../../src/library/sessions-command.ts";
import { makeFolder } from "../../src/make-folder.ts";
import { writeNames } from "../../src/record/names-file.ts";
import { createRecoverCommand } from "../../src/record/recover-command.ts";
import { folderWith, listed, opened, run, sealedBytes, sessionBytes } from "./folder.ts";

test("encrypted sessions are listed as sealed, with nothing of what is in them, and no word is found in them", async () => {
  const { recipient } = await newKeyPair();
  const dir = folderWith({
    "2026-03-03_10-20-30_abcd.mcap.sealed": await sealedBytes(recipient),
    "b.mcap": sessionBytes("b"),
  });
  const sealed = (await run(createSessionsCommand(), dir)).split("\n").filter((line) => line.includes("sealed"));
  expect(sealed).toHaveLength(1);
  expect(sealed[0]).toMatch(/^2026-03-03 10:20 +sealed +2026-03-03_10-20-30_abcd\.mcap\.sealed$/);
  expect(await run(createSessionsCommand(), dir, "--search", "Tuesday")).not.toContain("sealed");
  const index = join(dir, ".entrain-index.json");
  expect(readFileSync(index, "utf8")).not.toContain("abcd");
  expect(statSync(index).mode & 0o777).toBe(0o600);
});

test("an encrypted session that was cut is recovered encrypted, and compared, with its key", async () => {
  const { identity, recipient } = await newKeyPair();
  const dir = folderWith({ key: identity, "b.mcap": sessionBytes("b") });
  const bytes = await sealedBytes(recipient);
  writeFileSync(join(dir, "a.mcap.sealed"), bytes);
  const key = ["--identity", join(dir, "key")];
  await expect(run(createCompareCommand(), join(dir, "a.mcap.sealed"), join(dir, "b.mcap"))).rejects.toThrow(
    /--identity FILE/,
  );
  expect(await run(createCompareCommand(), join(dir, "a.mcap.sealed"), join(dir, "b.mcap"), ...key)).toContain("P1");
  expect(await run(createRecoverCommand(), join(dir, "a.mcap.sealed"), ...key)).toContain("is whole");
});

test("what is recovered of a cut encrypted file is encrypted again", async () => {
  const { identity, recipient } = await newKeyPair();
  const dir = folderWith({ key: identity });
  // Plain bytes that are cut, then encrypted: as a crash leaves them.
  writeFileSync(join(dir, "a.mcap.sealed"), await sealedBytes(recipient, sessionBytes().slice(0, -300)));
  const said = await run(createRecoverCommand(), join(dir, "a.mcap.sealed"), "--identity", join(dir, "key"));
  expect(said).toMatch(/kept \d+ entries of .* in .*a\.recovered\.mcap\.sealed; none is missing/);
  expect(readFileSync(join(dir, "a.recovered.mcap.sealed")).includes("Tuesday")).toBe(false);
  const again = join(dir, "a.recovered.mcap.sealed");
  expect(await run(createRecoverCommand(), again, "--identity", join(dir, "key"))).toContain("is whole");
  expect(listed(dir)).toEqual(["a.mcap.sealed", "a.recovered.mcap.sealed", "key", "names.json"]);
});

test("a list of names is for its owner alone, also where it was not", async () => {
  const dir = folderWith({});
  await writeNames(dir, { format: "entrain-names", people: { P1: "Ann" } });
  expect(statSync(join(dir, "names.json")).mode & 0o777).toBe(0o600);
});

test("folders are made one in another; where none can be, it ends at once and leaves none", async () => {
  const dir = folderWith({ "b.mcap": sessionBytes("b") });
  await makeFolder(join(dir, "x", "y"));
  expect(listed(join(dir, "x"))).toEqual(["y"]);
  expect(await makeFolder(join(dir, "x"))).toEqual([]);
  await expect(makeFolder("/proc/nowhere/at/all")).rejects.toMatchObject({ syscall: "mkdir" });
  await expect(makeFolder(join(dir, "b.mcap"))).rejects.toMatchObject({ code: "EEXIST" });
  await expect(makeFolder(join(dir, "b.mcap", "in"))).rejects.toMatchObject({ code: "ENOTDIR" });
  expect((await opened(join(dir, "b.mcap"))).warnings).toEqual([]);
});
