import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScoreResult } from "../../src/score/result.ts";
import { csv, Folder, score, swing } from "./bench.ts";
import { schemaFaults } from "./schema-check.ts";

const SCHEMA = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../src/score/score.schema.json"), "utf8"),
) as Parameters<typeof schemaFaults>[1];

let folder: Folder;
let a: string;
let b: string;
let empty: string;
let resting: string;

beforeAll(() => {
  folder = new Folder();
  a = folder.write("a.csv", csv(swing({ seconds: 62 })));
  b = folder.write("b.csv", csv(swing({ seconds: 62, phaseRad: 0.4 })));
  empty = folder.write("empty.csv", csv(swing({ seconds: 62 }).map(([t = 0]) => [t, "", "", ""])));
  resting = folder.write("resting.csv", csv(swing({ seconds: 62 }).map(([t = 0], i) => [t, 0.0001 * (i % 3), 0, 1])));
});

afterAll(() => {
  folder.remove();
});

const scored = async (...args: string[]): Promise<ScoreResult> =>
  JSON.parse((await score(...args, "--json")).out) as ScoreResult;

describe("--json", () => {
  it("prints one object and nothing else, and its numbers fit the schema", async () => {
    const { out, notes } = await score(a, b, "--json");
    expect(notes).toBe("");
    expect(out.endsWith("}\n")).toBe(true);
    const result = JSON.parse(out) as ScoreResult;
    expect(schemaFaults(result, SCHEMA)).toEqual([]);
    expect(result.windows.map(({ startS, endS }) => [startS, endS])).toEqual([
      [0, expect.closeTo(30, 1) as number],
      [expect.closeTo(30, 1) as number, expect.closeTo(60, 1) as number],
    ]);
    expect(result.members.map(({ name, samples }) => [name, samples])).toEqual([
      ["a", 3100],
      ["b", 3100],
    ]);
    expect(result.members[0]?.rateHz).toBeCloseTo(50, 3);
  });

  it("has shares that sum to 1", async () => {
    for (const { states } of (await scored(a, resting)).members) {
      expect(states.still + states.acquiring + states.ok + states.dropout).toBeCloseTo(1, 9);
    }
  });

  it.each(["empty", "resting"])(
    "withholds, with a reason and without a number, where a member is %s",
    async (which) => {
      const result = await scored(a, which === "empty" ? empty : resting);
      expect(schemaFaults(result, SCHEMA)).toEqual([]);
      expect(result.verdict).toBe("withheld");
      expect(result.reason).not.toBe("");
      expect([result.score, result.chance, result.p]).toEqual([null, null, null]);
    },
  );

  it("gives no verdict, and a reason, where the window is longer than the recordings", async () => {
    const result = await scored(a, b, "--window", "600");
    expect(schemaFaults(result, SCHEMA)).toEqual([]);
    expect(result.windows).toEqual([]);
    const { out } = await score(a, b, "--window", "600");
    expect(out).toContain("No window: 600 s are longer than the 62.0 s that everybody shares.");
  });

  it("gives the same bytes for the same seed", async () => {
    const [first, again] = [await score(a, b, "--json", "--seed", "5"), await score(a, b, "--json", "--seed", "5")];
    expect(again.out).toBe(first.out);
  });

  it("checks by a schema that would notice", () => {
    expect(schemaFaults({ verdict: "great", members: [{}], extra: 1 }, SCHEMA)).toEqual(
      expect.arrayContaining([
        "$: no reason",
        "$: extra is unknown",
        "$.verdict: great not among them",
        "$.members: too few",
        "$.members[0]: no name",
      ]),
    );
  });
});
