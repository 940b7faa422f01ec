import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ScoreResult } from "../../src/score/result.ts";
import { csv, Folder, score, swing } from "./bench.ts";

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => {
  folder.remove();
});

const namesAndSamples = async (...args: string[]): Promise<unknown> =>
  (JSON.parse((await score(...args, "--json")).out) as ScoreResult).members.map(
    ({ name, samples }) => `${name} ${String(samples)}`,
  );

const both = swing().map((row, i) => [i, ...row, ...row.slice(1)]);
const HEADER = ["Frame", "Time", "Right X", "Right Y", "Right Z", "Left X", "Left Y", "Left Z"];

describe("names", () => {
  it("are the files', made unique; a name that was given stays", async () => {
    const files = ["p/hand.csv", "q/hand.csv", "r/hand.csv"].map((name) => folder.write(name, csv(swing())));
    expect(await namesAndSamples(files[0] ?? "", `hand=${files[1] ?? ""}`, files[2] ?? "")).toEqual([
      "hand-2 600",
      "hand 600",
      "hand-3 600",
    ]);
  });

  it("hold nothing that a terminal would obey", async () => {
    const file = folder.write("a.csv", csv(swing()));
    expect(await namesAndSamples(`\u001b[31mred\n=${file}`, file)).toEqual(["[31mred 600", "a 600"]);
  });

  it("may stand in a file whose own name holds a =", async () => {
    const file = folder.write("x=1.csv", csv(swing()));
    expect(await namesAndSamples(file, `b=${file}`)).toEqual(["x=1 600", "b 600"]);
  });
});

describe("one file with several members", () => {
  it("is read by its header, ten lines down", async () => {
    const about = Array.from({ length: 9 }, (_, i) => ["ABOUT", String(i)]);
    const file = folder.write("both.tsv", csv([...about, ["MARKERS", "Right", "Left"], HEADER, ...both], "\t"));
    expect(await namesAndSamples(file)).toEqual(["Right 600", "Left 600"]);
    expect(await namesAndSamples(`duet=${file}`, "--members", "duet Left,duet Right")).toEqual([
      "duet Right 600",
      "duet Left 600",
    ]);
  });

  it("is read by --columns", async () => {
    const file = folder.write("both.csv", csv(both));
    expect(await namesAndSamples(file, "--columns", "t=1,r.x=2,r.y=3,r.z=4,l.x=5,l.y=6,l.z=7")).toEqual([
      "r 600",
      "l 600",
    ]);
  });
});

describe("tables", () => {
  it.each([
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["blanks", "   "],
  ])("are read with %s", async (_, delimiter) => {
    const files = ["a.txt", "b.txt"].map((name) => folder.write(name, csv(swing(), delimiter)));
    expect(await namesAndSamples(...files)).toEqual(["a 600", "b 600"]);
  });

  it("may have a byte order mark, Windows line ends, quotes and blank lines", async () => {
    const text = `\ufeff"time","x","y","z"\r\n\r\n${csv(swing()).replaceAll("\n", "\r\n")}`;
    expect(await namesAndSamples(folder.write("a.csv", text), folder.write("b.csv", text))).toEqual(["a 600", "b 600"]);
  });

  it("are read across the chunks of a long file", async () => {
    const files = ["a.csv", "b.csv"].map((name) => folder.write(name, csv(swing({ seconds: 90 }))));
    expect(await namesAndSamples(...files)).toEqual(["a 4500", "b 4500"]);
  });

  it("say so where a header was not understood", async () => {
    const file = folder.write("a.csv", csv([["wann", "quer", "hoch", "vor"], ...swing()]));
    const { notes } = await score(file, `b=${file}`);
    expect(notes.split("\n")[0]).toBe(
      `${file}: took t=0,x=1,y=2,z=3, as the header does not say otherwise (wann quer hoch vor); --columns sets them`,
    );
  });
});
