import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { csv, failure, Folder, score, swing } from "./bench.ts";

let folder: Folder;
let good: string;

beforeEach(() => {
  folder = new Folder();
  good = folder.write("good.csv", csv(swing()));
});

afterEach(() => {
  folder.remove();
});

const failureWith = async (content: string | Uint8Array, ...args: string[]): Promise<string> => {
  const bad = folder.write("bad.csv", content);
  return (await failure(good, bad, ...args)).replace(bad, "bad.csv");
};

describe("a file that is no table of motion", () => {
  it("is missing", async () => {
    const file = join(folder.path, "nobody.csv");
    expect(await failure(good, file)).toBe(
      `bad-file: expected a file that can be read, found no such file, at ${file}`,
    );
  });

  it("is a folder", async () => {
    mkdirSync(join(folder.path, "bad.csv"));
    const file = join(folder.path, "bad.csv");
    expect(await failure(good, file)).toBe(`bad-file: expected a file that can be read, found a folder, at ${file}`);
  });

  it("is empty", async () => {
    expect(await failureWith("")).toBe("bad-file: expected rows of numbers, found an empty file, at bad.csv");
    expect(await failureWith("\n\n\n")).toBe("bad-file: expected rows of numbers, found an empty file, at bad.csv");
    expect(await failureWith("\n\n  \n")).toBe(
      "bad-file: expected x in column 1 (counted from 0), found 1 column, at bad.csv line 3",
    );
  });

  it("is binary", async () => {
    expect(await failureWith(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 10))).toBe(
      "bad-file: expected a text file, found binary data, at bad.csv",
    );
  });

  it("has only a header", async () => {
    expect(await failureWith("time,x,y,z\n")).toBe(
      "bad-file: expected rows of numbers below the header, found none, at bad.csv line 1",
    );
  });

  it("has one row", async () => {
    expect(await failureWith("time,x,y,z\n0,0,0,1\n")).toBe(
      "bad-file: expected at least 2 rows of numbers, found 1, at bad.csv",
    );
  });

  it("is prose for more than a hundred lines", async () => {
    expect(await failureWith("once, upon, a, time\n".repeat(200))).toBe(
      'bad-file: expected a number for t in column 0 (counted from 0), found "once", at bad.csv line 101',
    );
  });

  it("has a quote that never ends", async () => {
    expect(await failureWith(`0,0,0,1\n0.02,"0,0,1\n${"0.04,0,0,1\n".repeat(3)}`)).toMatch(
      /^bad-file: expected a table of numbers, found Quote Not Closed.* at bad\.csv line \d+$/,
    );
  });
});

describe("a row that is not like the others", () => {
  const rows = swing().map((row) => row.map(String));
  const withRow = (index: number, row: string[]): string => csv(rows.with(index, row));

  it("holds text: says which, where, and in what column", async () => {
    expect(await failureWith(withRow(4, ["0.08", "0.1", "walk", "1"]))).toBe(
      'bad-file: expected a number for y in column 2 (counted from 0), found "walk", at bad.csv line 5',
    );
  });

  it("holds text that would break a line or a terminal", async () => {
    const found = await failureWith(withRow(4, ["0.08", `\u001b[2J${"w".repeat(500)}`, "0", "1"]));
    expect(found).toBe(
      `bad-file: expected a number for x in column 1 (counted from 0), found "\\u001b[2J${"w".repeat(36)}…", at bad.csv line 5`,
    );
  });

  it("has too few columns", async () => {
    expect(await failureWith(withRow(4, ["0.08", "0.1"]))).toBe(
      "bad-file: expected y in column 2 (counted from 0), found 2 columns, at bad.csv line 5",
    );
  });

  it("every row has too few columns", async () => {
    expect(await failureWith(csv(swing({ seconds: 1 }).map((row) => row.slice(0, 3))))).toBe(
      "bad-file: expected z in column 3 (counted from 0), found 3 columns, at bad.csv line 50",
    );
  });

  it("is a gap where cells are empty or NaN: no error", async () => {
    const holes = rows.map((row, i) =>
      i % 50 === 7 ? [row[0], "", "NaN", "nan"] : i % 50 === 9 ? ["", "0", "0", "0"] : row,
    );
    const { out } = await score(good, folder.write("holes.csv", csv(holes as string[][])));
    expect(out).toContain("holes");
  });

  it("is before the one before it: no error", async () => {
    const jumping = swing().map(([t = 0, ...rest], i) => [i % 20 < 10 ? t : t - 1, ...rest]);
    expect((await score(good, folder.write("jumps.csv", csv(jumping)))).out).toContain("jumps");
  });
});

describe("times and values of another unit", () => {
  it("are all one time", async () => {
    expect(await failureWith("3,0,0,1\n".repeat(40))).toBe(
      "bad-file: expected times that go forward, found none of 40 that does, at bad.csv",
    );
  });

  it("are milliseconds read as seconds", async () => {
    const ms = swing().map(([t = 0, ...rest]) => [t * 1000, ...rest]);
    expect(await failureWith(csv(ms))).toBe(
      "bad-unit: expected 5 to 2000 samples a second, found 0.05 with --time-unit s, at bad.csv; --time-unit ms would make it 50",
    );
  });

  it("are seconds read as nanoseconds", async () => {
    expect(await failureWith(csv(swing()), "--time-unit", "ns")).toMatch(/--time-unit s would make it 50$/);
  });

  it("are of no unit at all", async () => {
    expect(await failureWith("0,0,0,1\n0.3,0,0,1\n0.6,0,0,1\n")).toBe(
      "bad-unit: expected 5 to 2000 samples a second, found 3.33 with --time-unit s, at bad.csv; no --time-unit fits",
    );
  });

  it("are m/s² read as g", async () => {
    const ms2 = swing().map(([t = 0, ...axes]) => [t, ...axes.map((a) => a * 9.80665)]);
    expect(await failureWith(csv(ms2))).toMatch(
      /^bad-unit: expected at most 6 g as the median of bad, found 10(\.\d)? with --accel-unit g, at bad\.csv; --accel-unit ms2 would fit$/,
    );
  });

  it("are no acceleration of a person", async () => {
    const raw = swing().map(([t = 0, ...axes]) => [t, ...axes.map((a) => a * 16384)]);
    expect(await failureWith(csv(raw), "--accel-unit", "ms2")).toMatch(
      /with --accel-unit ms2, at bad\.csv; no --accel-unit fits$/,
    );
  });
});
