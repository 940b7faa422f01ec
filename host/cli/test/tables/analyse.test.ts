import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Analysis } from "../../src/analyse/analysis.ts";
import { schemaFaults } from "../score/schema-check.ts";
import { failure, json, run, schemaOf, swing, table, Tables } from "./bench.ts";

let tables: Tables;
let four: string;
let withFlat: string;
let withGap: string;

const ROWS = 601;
const NAMES = ["ann", "ben", "cat", "pulse"];
const columns = (): number[][] => [swing(ROWS), swing(ROWS, 1, 0.5), swing(ROWS, 2), swing(ROWS, 0.7)];

beforeAll(() => {
  tables = new Tables();
  four = tables.write("four.csv", table(NAMES, columns()));
  withFlat = tables.write("flat.csv", table(NAMES, columns().with(2, new Array<number>(ROWS).fill(0))));
  const holed: (number | string)[] = [...swing(ROWS, 2)];
  for (let i = 100; i < 120; i++) holed[i] = i % 2 === 0 ? "" : "NaN";
  withGap = tables.write("gap.csv", table(NAMES, [...columns().slice(0, 2), holed, swing(ROWS, 0.7)]));
});

afterAll(() => {
  tables.remove();
});

const analysed = (file: string, ...args: string[]): Promise<Analysis> => json("analyse", file, "--rate", "50", ...args);
const EVERYTHING = ["--pacer", "pulse", "--nm", "2:1", "--lags", "20", "--mdrqa", "1.5", "--decimate", "4"];

describe("entrain analyse --json", () => {
  it.each(["four", "withFlat", "withGap"] as const)("fits its schema: %s", async (which) => {
    const file = { four, withFlat, withGap }[which];
    for (const args of [[], EVERYTHING, ["--band", "0.3:3", ...EVERYTHING]])
      expect(schemaFaults(await analysed(file, ...args), schemaOf("analyse"))).toEqual([]);
  });

  it("gives what was asked for and nothing else", async () => {
    const plain = await analysed(four);
    expect(Object.keys(plain)).toEqual(schemaOf("analyse").required);
    expect(plain).toMatchObject({ samples: ROWS, rate: 50, members: NAMES });
    const full = await analysed(four, ...EVERYTHING);
    expect(full.members).toEqual(NAMES.slice(0, 3));
    expect([full.pacerPlv?.length, full.partialPlv?.length, full.nmPlv?.length, full.lagged?.length]).toEqual([
      3, 3, 3, 3,
    ]);
    expect(full.mdrqa?.rec).toBeGreaterThan(0);
  });

  it("says how far behind, in radians and seconds, and finds double time by 2:1", async () => {
    const { relativePhaseRad, lagged, plv, nmPlv } = await analysed(four, "--lags", "20", "--nm", "2:1");
    expect(relativePhaseRad[0]?.[1]).toBeCloseTo(0.5, 1);
    expect(relativePhaseRad[1]?.[0]).toBeCloseTo(-0.5, 1);
    expect(lagged?.[0]?.[1]?.peakLagS).toBeCloseTo(0.08, 6);
    expect(lagged?.[1]?.[0]?.peakLagS).toBeCloseTo(-0.08, 6);
    expect(plv[0]?.[2]).toBeLessThan(0.1);
    expect(nmPlv?.[0]?.[2]).toBeGreaterThan(0.95);
  });

  it("takes the analytic signal over the rows asked for", async () => {
    const part = tables.write(
      "part.csv",
      table(
        NAMES,
        columns().map((column) => column.slice(100, 401)),
      ),
    );
    expect(await analysed(four, "--rows", "100:401")).toEqual(await analysed(part));
  });

  it("null for a column that never changes, its pairs and the group; the others' pairs are as before", async () => {
    const [flat, whole] = [await analysed(withFlat, "--lags", "9"), await analysed(four, "--lags", "9")];
    const group = [flat.kuramotoR, flat.unbiasedR2, flat.clusterRho, flat.coherence, flat.sumNormalizedCsd];
    expect([...group, flat.symbolicEntropyNats, flat.syncIndex]).toEqual(new Array(7).fill(null));
    expect([flat.memberRho[2], flat.memberOffsetRad[2]]).toEqual([null, null]);
    expect(flat.plv[2]).toEqual([null, null, null, null]);
    expect(flat.plv.map((row) => row[2])).toEqual([null, null, null, null]);
    expect(flat.lagged?.[2]?.[2]).toEqual({ peakR: null, peakLagS: null });
    expect(flat.lagged?.[0]?.[2]).toEqual({ peakR: null, peakLagS: null });
    expect(flat.plv[0]?.[1]).toBe(whole.plv[0]?.[1]);
    expect(flat.lagged?.[0]?.[1]).toEqual(whole.lagged?.[0]?.[1]);
    const { notes } = await run("analyse", withFlat, "--rate", "50");
    expect(notes).toBe("note: nothing ever changes in cat: null for it, for its pairs and for the group\n");
  });

  it("says so where the pacer's column never changes", async () => {
    const { pacerPlv, plv } = await analysed(withFlat, "--pacer", "cat");
    expect(pacerPlv).toEqual([null, null, null]);
    expect(plv[0]?.[1]).toBeGreaterThan(0);
    const { notes } = await run("analyse", withFlat, "--rate", "50", "--pacer", "cat");
    expect(notes).toBe("note: nothing ever changes in the pacer's column: null for what is measured by it\n");
  });

  it("never a 1 or a 0 for a table of zeros or constants", async () => {
    const zeros = tables.write("zeros.csv", table(["a", "b"], [new Array(99).fill(0), new Array(99).fill(3.5)]));
    const { samples, rate, members, ...figures } = await analysed(zeros, "--nm", "2:1", "--lags", "3", "--mdrqa", "1");
    expect([samples, rate, members]).toEqual([99, 50, ["a", "b"]]);
    expect(JSON.stringify(figures)).not.toMatch(/\d(?!")(?=[,\]}])/);
  });

  it("a gap leaves the others' pairs as they were, and is left out of its own", async () => {
    const [gap, whole] = [await analysed(withGap, "--mdrqa", "1"), await analysed(four)];
    expect(gap.plv[0]?.[1]).toBe(whole.plv[0]?.[1]);
    expect(gap.plv[0]?.[2]).toBeCloseTo(whole.plv[0]?.[2] ?? NaN, 1);
    expect(gap.kuramotoR).toBeCloseTo(whole.kuramotoR ?? NaN, 1);
    expect([gap.coherence, gap.sumNormalizedCsd, gap.symbolicEntropyNats, gap.syncIndex, gap.mdrqa?.rec]).toEqual(
      new Array(5).fill(null),
    );
  });

  it.each([1, 2, 3, 4, 5, 11])("%i rows and one column do no harm", async (rows) => {
    for (const names of [["a"], ["a", "b", "c"]]) {
      const file = tables.write(
        "short.csv",
        table(
          names,
          names.map((_, k) => swing(rows, 1, k)),
        ),
      );
      const found = await analysed(file, "--mdrqa", "1", "--band", "1:5", "--nm", "3:2");
      expect(schemaFaults(found, schemaOf("analyse"))).toEqual([]);
      expect(found.samples).toBe(rows);
      if (names.length === 1) expect([found.kuramotoR, found.clusterRho, found.coherence]).toEqual([null, null, null]);
    }
  });

  it("the table for people says what these figures are not", async () => {
    const { out } = await run("analyse", four, "--rate", "50", "--pacer", "3");
    expect(out).toContain("601 samples at 50 Hz, 3 members");
    expect(out).toContain("unguarded figures");
    expect(out).toMatch(/^ann +0\.\d{4}/m);
  });
});

describe("tables as people have them", () => {
  const same = async (name: string, content: string): Promise<Analysis> => {
    const found = await analysed(tables.write(name, content));
    expect(found.plv).toEqual((await analysed(four)).plv);
    return found;
  };

  it.each(["\t", ";", " "])("cells apart by %j", async (separator) => {
    expect((await same("apart.csv", table(NAMES, columns(), separator))).members).toEqual(NAMES);
  });

  it("no header row: columns go by their numbers, with a note", async () => {
    const headless = table(NAMES, columns()).split("\n").slice(1).join("\n");
    expect((await same("headless.csv", headless)).members).toEqual(["0", "1", "2", "3"]);
    expect((await run("analyse", tables.write("headless.csv", headless), "--rate", "50")).notes).toMatch(
      /^note: no header row/,
    );
    expect((await same("counted.csv", `0,1,2,3\n${headless}`)).members).toEqual(["0", "1", "2", "3"]);
  });

  it("names twice, a mark of commenting, a separator too many, Windows' line ends, a byte order mark", async () => {
    const text = table(["a", "a", " b ", "c"], columns());
    expect((await same("names.csv", text)).members).toEqual(["a", "a-2", "b", "c"]);
    expect((await same("hash.csv", table(["# x", "y", "z", "w"], columns()))).members).toEqual(["x", "y", "z", "w"]);
    await same("tail.csv", table(NAMES, columns()).replaceAll("\n", ",\n"));
    await same("windows.csv", `\uFEFF${table(NAMES, columns()).replaceAll("\n", "\r\n")}`);
  });
});

describe("what cannot be analysed ends in one line", () => {
  it.each([
    [[], "expected --rate HZ, samples a second, found none"],
    [["--rate", "0"], 'expected --rate a number of Hz above 0, found "0"'],
    [["--rate", "fast"], 'expected --rate a number of Hz above 0, found "fast"'],
    [["--rate", "50", "--rows", "5"], 'expected --rows as A:B, from 0, B excluded, found "5"'],
    [["--rate", "50", "--rows", "9:9"], 'expected --rows A:B with A below B, found "9:9"'],
    [["--rate", "50", "--rows", "0:602"], 'expected --rows up to 601, the rows of the file, found "0:602"'],
    [
      ["--rate", "50", "--band", "2:1"],
      'expected --band LO:HI with LO below HI and HI at most 25 Hz, half the rate, found "2:1"',
    ],
    [["--rate", "50", "--band", "1"], 'expected --band as LO:HI in Hz, found "1"'],
    [["--rate", "50", "--nm", "0:1"], 'expected --nm as N:M, whole numbers from 1 to 100, found "0:1"'],
    [["--rate", "50", "--lags", "0"], 'expected --lags a whole number from 1, found "0"'],
    [
      ["--rate", "50", "--lags", "300"],
      'expected --lags at most 299, so that 601 rows leave two to compare, found "300"',
    ],
    [["--rate", "50", "--mdrqa", "-1"], 'expected --mdrqa a number of standard deviations above 0, found "-1"'],
    [["--rate", "50", "--decimate", "2"], "expected --decimate together with --mdrqa RADIUS, found --decimate alone"],
    [["--rate", "50", "--pacer", "dog"], 'expected --pacer among ann, ben, cat, pulse, found "dog"'],
    [["--rate", "50", "--pacer", "4"], 'expected --pacer among ann, ben, cat, pulse, found "4"'],
  ])("%j", async (args, message) => {
    expect(await failure("analyse", four, ...args)).toBe(message);
  });

  it.each([
    ["", "expected a header row and rows of numbers, found an empty file, at FILE"],
    ["a,b\n", "expected rows of numbers, found only a header row, at FILE"],
    ["a,b\n1,2\n3\n", "expected 2 columns, as in the first row, found 1, at FILE line 3"],
    ["a,b\n1,2\n3,4,5\n", "expected 2 columns, as in the first row, found 3, at FILE line 3"],
    ["a,b\n1,2\n3,x\n", 'expected a number in column "b", found "x", at FILE line 3'],
    ["a,b\n1,2\n3,0x10\n", 'expected a number in column "b", found "0x10", at FILE line 3'],
    [Uint8Array.of(1, 0, 2, 0), "expected a text file, found binary data, at FILE"],
  ])("%j", async (content, message) => {
    const file = tables.write("bad.csv", content);
    expect((await failure("analyse", file, "--rate", "50")).replace(file, "FILE")).toBe(message);
  });

  it("no file, and a pacer alone", async () => {
    expect(await failure("analyse", "no.csv", "--rate", "50")).toBe(
      "expected a file that can be read, found no such file, at no.csv",
    );
    const alone = tables.write("alone.csv", table(["p"], [swing(9)]));
    expect(await failure("analyse", alone, "--rate", "50", "--pacer", "p")).toMatch(
      /^expected a column beside the pacer's, found none/,
    );
    const twins = tables.write("twins.csv", table(["p", "p", "a"], [swing(9), swing(9), swing(9)]));
    expect(await failure("analyse", twins, "--rate", "50", "--pacer", "p")).toBe(
      'expected --pacer a column whose name is its own, found "p" twice',
    );
  });
});
