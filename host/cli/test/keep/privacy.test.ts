import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLASSROOM, newKeyPair, openSealed, openSession, rawConsent, sourceOf } from "@entrain/recording";
import { describe, expect, test } from "vitest";
import { createConsentCommand } from "../../src/privacy/consent-command.ts";
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

describe("age", () => {
  test("a session is as old as it says itself: neither a copy nor taking something out makes it younger", async () => {
    const dir = folderWith({
      "copied.mcap": sessionBytes("c", old.toISOString()),
      "new.mcap": sessionBytes("n"),
      "retention.json": JSON.stringify(CLASSROOM),
    });
    const anHourAgo = new Date(Math.floor(Date.now() / 1000 - 3_600) * 1000);
    utimesSync(join(dir, "new.mcap"), anHourAgo, anHourAgo);
    await run(createRetentionCommand(), dir, "--apply");
    expect(listed(dir)).toEqual(["new.mcap", "retention.json"]);
    expect((await opened(join(dir, "new.mcap"))).counts.frame).toBeUndefined();
    expect(statSync(join(dir, "new.mcap")).mtimeMs).toBe(anHourAgo.getTime());
  });

  test("what cannot be looked into is said, and opened with its key", async () => {
    const dir = folderWith({ key: "", "retention.json": JSON.stringify(CLASSROOM) });
    const { identity, recipient } = await newKeyPair();
    writeFileSync(join(dir, "key"), identity);
    writeFileSync(join(dir, "a.mcap.sealed"), await sealedBytes(recipient));
    expect(await run(createRetentionCommand(), dir)).toMatch(/^cannot look into a\.mcap\.sealed: .*--identity FILE/);
    const said = await run(createRetentionCommand(), dir, "--apply", "--identity", join(dir, "key"));
    expect(said).toContain("done: take the raw motion out of a.mcap.sealed");
    expect(readFileSync(join(dir, "a.mcap.sealed")).includes("Tuesday")).toBe(false);
    const source = await openSealed(sourceOf(readFileSync(join(dir, "a.mcap.sealed"))), { identities: [identity] });
    const session = await openSession(source, "a");
    expect([session.counts.frame, session.counts.reading, session.warnings]).toEqual([undefined, 1, []]);
  });
});

describe("entrain consent", () => {
  test("adds a word that counts from then on, and takes raw motion out when that is refused", async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    const path = join(dir, "a.mcap");
    expect(await run(createConsentCommand(), path, "--member", "Ben", "--use", "raw-export", "--yes")).toBe(
      "a.mcap: Ben agrees to raw-export\n",
    );
    const said = await run(createConsentCommand(), path, "--member", "P3", "--use", "raw-recording", "--no");
    expect(said).toContain("took out 1 lines of their raw motion");
    const session = await opened(path);
    expect(session.warnings).toEqual([]);
    expect(session.consents.map(({ member, use, given }) => [member, use, given])).toEqual([
      [1, "raw-export", true],
      [2, "raw-recording", false],
    ]);
    const framesOf: number[] = [];
    for await (const { member } of session.entries("frame")) framesOf.push(member);
    expect(framesOf).toEqual([0, 1]);
    expect(session.words.map(({ text }) => text)).toEqual(["Ben's own word"]);
    expect(rawConsent(session)).toEqual({
      members: [0, 1],
      leftOut: ["raw motion of P3: it was not kept"],
    });
  });

  test("nobody of this name, both or neither answer: one line, nothing changed", async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    const path = join(dir, "a.mcap");
    const before = readFileSync(path);
    const asked = (...more: string[]): Promise<string> =>
      run(createConsentCommand(), path, "--use", "report", "--member", ...more);
    await expect(asked("Nobody", "--yes")).rejects.toThrow(/expected one of Ann, Ben, Cleo for --member/);
    await expect(asked("Ben")).rejects.toMatchObject({ code: "usage" });
    await expect(asked("Ben", "--yes", "--no")).rejects.toMatchObject({ code: "usage" });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
