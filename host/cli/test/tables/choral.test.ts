import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChoralResult } from "../../src/choral/choral-command.ts";
import { schemaFaults } from "../score/schema-check.ts";
import { failure, json, run, schemaOf, Tables } from "./bench.ts";

let tables: Tables;
beforeAll(() => {
  tables = new Tables();
});
afterAll(() => {
  tables.remove();
});

describe("entrain choral", () => {
  it("English as it is: beats on the stressed syllables, a breath after each line", async () => {
    const poem = tables.write("poem.txt", "Twinkle, twinkle, little star,\nHow I wonder what you are!\n");
    const found = await json<ChoralResult>("choral", poem, "--bpm", "60");
    expect(schemaFaults(found, schemaOf("choral"))).toEqual([]);
    expect(found.lines.map(({ beats }) => beats.map(({ tS }) => tS))).toEqual([
      [0, 1, 2, 3],
      [5, 6, 7, 8],
    ]);
    expect(found.seconds).toBe(11);
    const { out } = await run("choral", poem, "--bpm", "60");
    expect(out).toContain("0:05      4  |How I |wonder |what you |are!");
  });

  it("what --marks prints is read back to the same beats", async () => {
    const poem = tables.write("tide.txt", "The tide comes in; the tide goes out.");
    const marked = tables.write("marked.txt", (await run("choral", poem, "--marks")).out);
    expect((await json<ChoralResult>("choral", marked)).lines).toEqual(
      (await json<ChoralResult>("choral", poem)).lines,
    );
  });

  it("marks of any language are kept as they are", async () => {
    const song = tables.write("de.txt", "|Bru|der |Ja|kob //");
    expect((await json<ChoralResult>("choral", song, "--bpm", "120")).seconds).toBe(3);
  });

  it.each([
    ["an empty file", "", "found nothing to say, at "],
    ["a line without a beat", "|one\ntwo\n", "found none in line 2"],
    ["other bytes", Uint8Array.of(0xff, 0xfe, 0x41), "expected text in UTF-8, found other bytes"],
    ["a book", "a".repeat(80_001), "expected a text of at most 80000 bytes, found more"],
  ])("%s is one line of what was expected", async (_, content, message) => {
    expect(await failure("choral", tables.write("bad.txt", content))).toContain(message);
  });

  it("a file that is not there, a tempo that is none", async () => {
    expect(await failure("choral", "/nowhere/poem.txt")).toContain("expected a text file, found ENOENT");
    expect(await failure("choral", tables.write("a.txt", "|a"), "--bpm", "300")).toContain(
      "expected a tempo of 4 to 240",
    );
  });
});
