import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { CLASSROOM, newKeyPair } from "@entrain/recording";
import { describe, expect, test } from "vitest";
import { createForgetCommand } from "../../src/privacy/forget-command.ts";
import { createNamesCommand } from "../../src/privacy/names-command.ts";
import { createRetentionCommand } from "../../src/privacy/retention-command.ts";
import { folderWith, listed, opened, run, sealedBytes, sessionBytes } from "./folder.ts";

const old = new Date(Date.now() - 25 * 3_600_000);

describe("entrain forget", () => {
  test("a session goes with what was made of it, the index with it, and other sessions stay", async () => {
    const dir = folderWith({
      "a.mcap": sessionBytes("a"),
      "a.recovered.mcap": sessionBytes("a"),
      "b.mcap": sessionBytes("b"),
      ".entrain-index.json": "{}",
    });
    const said = await run(createForgetCommand(), join(dir, "a.mcap"));
    expect(listed(dir)).toEqual(["b.mcap", "names.json"]);
    expect(said).toContain("deleted");
    expect(said).toContain("Not reached: copies, backups");
  });

  test("a person goes from every session and from the names; the others stay as they were", async () => {
    const { recipient } = await newKeyPair();
    const dir = folderWith({ "a.mcap": sessionBytes("a"), "b.mcap.sealed": await sealedBytes(recipient) });
    const said = await run(createForgetCommand(), dir, "--person", "Ben");
    const session = await opened(join(dir, "a.mcap"));
    expect(session.warnings).toEqual([]);
    expect(session.config.members.map(({ pseudonym }) => pseudonym)).toEqual(["P1", "forgotten", "P3"]);
    expect(session.words).toEqual([]);
    const members: (number | undefined)[] = [];
    for await (const entry of session.entries()) if ("member" in entry) members.push(entry.member);
    expect(members).toEqual([0, 2]);
    for await (const { reading } of session.entries("reading")) {
      const { members: each } = reading as { members: { tempoHz?: number }[] };
      expect(each.map(({ tempoHz }) => tempoHz)).toEqual([1.5, undefined, 2]);
    }
    expect(readFileSync(join(dir, "names.json"), "utf8")).not.toContain("Ben");
    expect(readFileSync(join(dir, "a.mcap")).includes("Ben's own")).toBe(false);
    expect(said).toContain("not reached: b.mcap.sealed could not be opened");
    expect(said).toContain("1 texts of others with this name");
  });

  test("nobody of this name, a file with --person, a folder without: one line, nothing changed", async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    const before = readFileSync(join(dir, "a.mcap"));
    await expect(run(createForgetCommand(), dir, "--person", "Nobody")).rejects.toMatchObject({ code: "bad-file" });
    await expect(run(createForgetCommand(), join(dir, "a.mcap"), "--person", "Ann")).rejects.toMatchObject({
      code: "usage",
    });
    await expect(run(createForgetCommand(), dir)).rejects.toMatchObject({ code: "usage" });
    await expect(run(createForgetCommand(), join(dir, "none.mcap"))).rejects.toMatchObject({ code: "bad-file" });
    expect(readFileSync(join(dir, "a.mcap")).equals(before)).toBe(true);
  });
});

describe("entrain names", () => {
  test("shows the list, and destroys it alone", async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    expect(await run(createNamesCommand(), dir)).toBe("P1  Ann\nP2  Ben\nP3  Cleo\n");
    await run(createNamesCommand(), dir, "--destroy");
    expect(listed(dir)).toEqual(["a.mcap"]);
    expect(await run(createNamesCommand(), dir)).toContain("no list of names");
  });
});

describe("entrain retention", () => {
  const classFolder = (): string => {
    const dir = folderWith({
      "old.mcap": sessionBytes("o"),
      "new.mcap": sessionBytes("n"),
      "retention.json": JSON.stringify(CLASSROOM),
    });
    utimesSync(join(dir, "old.mcap"), old, old);
    return dir;
  };

  test("without --apply it only shows", async () => {
    const dir = classFolder();
    const said = await run(createRetentionCommand(), dir);
    expect(said.split("\n").slice(0, 4)).toEqual([
      "would take the raw motion out of new.mcap",
      "would delete old.mcap: older than 24 h",
      "would delete names.json",
      "nothing was changed; --apply does it",
    ]);
    expect(listed(dir)).toContain("old.mcap");
  });

  test("a class keeps no names, no raw motion and nothing older than a day; a second time there is nothing to do", async () => {
    const dir = classFolder();
    await run(createRetentionCommand(), dir, "--apply");
    expect(listed(dir)).toEqual(["new.mcap", "retention.json"]);
    const session = await opened(join(dir, "new.mcap"));
    expect(session.counts.frame).toBeUndefined();
    expect(session.config.omitted).toEqual(["frame"]);
    expect(session.counts.reading).toBe(1);
    expect(await run(createRetentionCommand(), dir, "--apply")).toBe("nothing to do\n");
  });

  test("a folder without a policy is left alone, and a policy that is none is refused", async () => {
    await expect(run(createRetentionCommand(), folderWith({}), "--apply")).rejects.toMatchObject({ code: "usage" });
    const dir = folderWith({ "retention.json": `{"keepHours":-1}` });
    await expect(run(createRetentionCommand(), dir, "--apply")).rejects.toMatchObject({ code: "bad-file" });
    expect(listed(dir)).toContain("names.json");
  });
});
