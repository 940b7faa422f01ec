import { describe, expect, test } from "vitest";
import { blocksOf, csvExport, type Entry, trialsExport } from "../../src/index.ts";
import { at, bothAgree, BUSY, markedSamples, recorded } from "./recorded.ts";
import { readCsv, textOf } from "./read-back.ts";

const samples = (member: number): ReturnType<typeof markedSamples> => markedSamples(member, 10, 50);
const session = recorded({ entries: BUSY, samples });
const people = { config: { simulated: false } };

describe("raw motion", () => {
  const motion = (entries: readonly Entry[], more: object = people): string[] =>
    csvExport(recorded({ ...more, entries, samples }))
      .files.map(({ path }) => path)
      .filter((path) => path.startsWith("motion-"));

  test("of two people leaves only when both agreed, and the export says why it does not", () => {
    expect(motion([])).toEqual([]);
    expect(motion(bothAgree.slice(0, 1))).toEqual([]);
    expect(motion(bothAgree)).toHaveLength(2);
    const takenBack: Entry = { kind: "consent", tMicros: at(9), member: 1, use: "raw-export", given: false };
    expect(motion([...bothAgree, takenBack])).toEqual([]);
    expect(csvExport(recorded(people)).leftOut).toEqual([expect.stringContaining("both have to agree")]);
  });

  test("agreeing to another use is not agreeing to this one", () => {
    expect(motion(bothAgree.map((entry) => ({ ...entry, use: "report" }) as Entry))).toEqual([]);
  });

  test("in a group whoever said no is left out", () => {
    const members = ["a", "b", "c"].map((pseudonym) => ({ pseudonym, placement: "wrist" as const }));
    const no: Entry = { kind: "consent", tMicros: at(0), member: 1, use: "raw-export", given: false };
    expect(motion([no], { config: { simulated: false, members } })).toEqual(["motion-1-a.csv", "motion-3-c.csv"]);
  });

  test("that was not kept is not promised", () => {
    const { files, leftOut } = csvExport(recorded({ config: { omitted: ["frame"] }, samples }));
    expect(files.some(({ path }) => path.startsWith("motion-"))).toBe(false);
    expect(leftOut).toEqual([expect.stringContaining("not kept")]);
  });

  test("a pseudonym never leads out of the folder", () => {
    const members = [{ pseudonym: "../../etc/passwd", placement: "wrist" as const }];
    expect(motion([], { config: { members } })).toEqual(["motion-1-etc-passwd.csv"]);
  });
});

describe("CSV", () => {
  test("every row has as many cells as the heading, and every heading of a quantity its unit", async () => {
    const exported = csvExport(session);
    for (const { path } of exported.files.filter((file) => file.path.endsWith(".csv"))) {
      const [heading = [], ...rows] = readCsv(await textOf(exported, path));
      expect(rows.length, path).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.length)), path).toEqual(new Set([heading.length]));
      for (const name of heading.filter((each) =>
        /time|tempo|phase|acceleration|rotation|lead|asynchrony|duration/.test(each),
      ))
        expect(name, path).toMatch(/\((?:s|ms|Hz|rad|g|deg\/s|beats\/min|0-1)\b/);
    }
  });

  test("a text with quotes, commas and line ends is one cell", async () => {
    const rows = readCsv(await textOf(csvExport(session), "events.csv"));
    expect(rows.find(([, kind]) => kind === "marker")?.[4]).toBe('they said "now",\nall at once');
  });

  test("motion keeps its times to the microsecond and its values", async () => {
    const [, ...rows] = readCsv(await textOf(csvExport(session), "motion-2-P2.csv"));
    expect(rows).toHaveLength(10);
    for (const [i, [t]] of rows.entries()) expect(Number(t)).toBeCloseTo(0.5 + (i + 0.1) / 50, 6);
    expect(rows[3]?.slice(1).map(Number)).toEqual([1, expect.closeTo(3 / 1024, 8), 0.5, -1, 3, 0.25]);
  });

  test("what is withheld is an empty cell, never 0", async () => {
    const [heading = [], ...rows] = readCsv(await textOf(csvExport(session), "group.csv"));
    const withheld = rows.find((row) => row[2] === "withheld");
    expect(withheld?.[heading.findIndex((name) => name.startsWith("score"))]).toBe("");
  });
});

describe("trials", () => {
  test("blocks cover the session without a gap, one at each change", () => {
    const blocks = blocksOf(session);
    expect(blocks.map(({ startMicros }) => startMicros)).toEqual([at(0), at(1), at(5), at(30)]);
    expect(blocks.map(({ bpm }) => bpm)).toEqual([undefined, undefined, 60, undefined]);
    expect(blocks.map(({ exercise }) => exercise)).toEqual([
      undefined,
      "sway, together",
      "sway, together",
      "sway, together",
    ]);
    expect(blocks.at(-1)?.endMicros).toBe(session.tEndMicros);
  });

  test("a score counts for the trial that its whole window lies in", async () => {
    const [heading = [], ...rows] = readCsv(await textOf(trialsExport(session), "trials.csv"));
    const column = (name: string): string[] => rows.map((row) => row[heading.indexOf(name)] ?? "?");
    expect(column("trial")).toEqual(["1", "2", "3", "4"]);
    // Readings at 6 … 25 s with windows of 10 s: those from 15 s on lie within the trial that began at 5 s.
    expect(column("readings")).toEqual(["0", "0", "11", "1"]);
    expect(Number(column("score_median")[2])).toBe(0.7);
    expect(column("in_sync_share_of_decided")[2]).toBe("1");
    expect(column("score_median")[3]).toBe("");
  });

  test("one row a trial and member", async () => {
    const [heading = [], ...rows] = readCsv(await textOf(trialsExport(session), "trials-members.csv"));
    expect(rows).toHaveLength(8);
    expect(rows[4]?.[heading.indexOf("asynchrony_ms_median")]).toBe("-40");
  });

  test("an empty session gives headings and no failure", async () => {
    const empty = recorded({ seconds: 0 });
    expect(readCsv(await textOf(trialsExport(empty), "trials.csv"))).toHaveLength(1);
  });
});
