import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csv, failure, Folder, swing } from "./bench.ts";

let folder: Folder;
let a: string;
let b: string;
let late: string;

beforeAll(() => {
  folder = new Folder();
  a = folder.write("a.csv", csv(swing()));
  b = folder.write("b.csv", csv(swing({ phaseRad: 1 })));
  late = folder.write("late.csv", csv(swing({ startS: 1000 })));
});

afterAll(() => {
  folder.remove();
});

const COLUMNS = "usage: expected --columns as t=0,x=1,y=2,z=3 (numbers from 0, or header names), found";

describe("members", () => {
  it.each([
    [[], "usage: expected at least one RECORDING, found none"],
    [["A"], "usage: expected at least 2 members, found only a"],
    [["A", "B", "--members", "a"], "usage: expected at least 2 members, found only a"],
    [["A", "B", "--members", "a,c"], 'usage: expected --members among a, b, found "c"'],
    [["A", "B", "--members", "a,,b"], 'usage: expected --members as NAME,NAME, found "a,,b"'],
    [["n=A", "n=B"], 'usage: expected a different name for each recording, found "n" twice'],
    [["=some.csv", "B"], 'usage: expected NAME=FILE, found "=some.csv"'],
    [["n=", "B"], 'usage: expected NAME=FILE, found "n="'],
  ])("%j", async (args, message) => {
    expect(await failure(...args.map((arg) => arg.replace(/A$/, a).replace(/B$/, b)))).toBe(message);
  });
});

describe("options", () => {
  it.each([
    [["--window", "4"], 'usage: expected --window 5 to 600 seconds, found "4"'],
    [["--window", "601"], 'usage: expected --window 5 to 600 seconds, found "601"'],
    [["--window", "0x10"], 'usage: expected --window 5 to 600 seconds, found "0x10"'],
    [["--seed", "1.5"], 'usage: expected --seed a whole number, found "1.5"'],
    [["--seed", ""], 'usage: expected --seed a whole number, found ""'],
    [["--time-unit", "h"], 'usage: expected --time-unit ns, us, ms, s, found "h"'],
    [["--accel-unit", "mg"], 'usage: expected --accel-unit g, ms2, found "mg"'],
    [["--out", ""], 'usage: expected --out DIR, found ""'],
    [["--columns", "0,1,2,3"], `${COLUMNS} "0"`],
    [["--columns", "t=0,x=1,y=2"], `${COLUMNS} no z in "t=0,x=1,y=2"`],
    [["--columns", "x=1,y=2,z=3"], `${COLUMNS} no t in "x=1,y=2,z=3"`],
    [["--columns", "t=0,x=1,x=2,z=3"], `${COLUMNS} x twice`],
    [["--columns", "t=0,x=1,y=1,z=3"], `${COLUMNS} column "1" twice`],
    [["--columns", "t=0,x=1,y=2,z="], `${COLUMNS} "z="`],
    [["--columns", "t=0,w=1,y=2,z=3"], `${COLUMNS} "w=1"`],
    [["--columns", "t=0,x=1,y=2,z=3,b.x=4,b.y=5,b.z=6"], `${COLUMNS} axes with and without a member's name`],
    [
      ["--columns", "t=0,x=1,y=2,z=9"],
      "bad-file: expected z in column 9 (counted from 0), found 4 columns, at A line 101",
    ],
  ])("%j", async (args, message) => {
    expect((await failure(a, b, ...args)).replace(a, "A")).toBe(message);
  });

  it("--columns by names that no header has", async () => {
    expect(await failure(a, b, "--columns", "t=time,x=ax,y=2,z=3")).toMatch(
      /^bad-file: expected a header row with the columns "time", "ax", found none up to "2 .*", at .*a\.csv line 101$/,
    );
  });
});

describe("--start", () => {
  const FORM = "usage: expected --start as MEMBER=ISO time or Unix milliseconds, found";

  it.each([
    [["a=0"], "usage: expected --start for every member or for none, found none for b"],
    [["a=0", "c=0"], 'usage: expected --start of a, b, found "c"'],
    [["a=0", "a=1"], 'usage: expected one --start a member, found two of "a"'],
    [["a=yesterday", "b=0"], `${FORM} "a=yesterday"`],
    [["a=", "b=0"], `${FORM} "a="`],
    [["1506421989895"], `${FORM} "1506421989895"`],
    [["a=2026-13-45T00:00:00Z", "b=0"], `${FORM} "a=2026-13-45T00:00:00Z"`],
    // Unix seconds: read as milliseconds they would put the members a thousand times too close.
    [["a=1506421989", "b=1506421987"], `${FORM} "a=1506421989"`],
  ])("%j", async (starts, message) => {
    expect(await failure(a, b, ...starts.flatMap((start) => ["--start", start]))).toBe(message);
  });

  it("is asked for where the recordings do not meet", async () => {
    expect(await failure(a, late, "--window", "10")).toBe(
      "no-overlap: expected the recordings to overlap by at least 10 s, found a from 0.0 s to 12.0 s and late from 1000.0 s to 1012.0 s; say when each began with --start",
    );
  });

  it("is asked for where they hardly meet", async () => {
    expect(await failure(a, b, "--start", "a=0", "--start", "b=11000")).toMatch(
      /^no-overlap: .* a from 0\.0 s to 12\.0 s and b from 11\.0 s to 23\.0 s/,
    );
  });
});
