import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WccResult } from "../../src/wcc/wcc-command.ts";
import { schemaFaults } from "../score/schema-check.ts";
import { failure, json, run, schemaOf, swing, table, Tables } from "./bench.ts";

let tables: Tables;
let pair: string;
const ARGS = ["--rate", "50", "--lag", "0.2", "--window", "2", "--increment", "1"];

beforeAll(() => {
  tables = new Tables();
  pair = tables.write("pair.csv", table(["a", "b"], [swing(501), swing(501, 1, 0.5)]));
});
afterAll(() => {
  tables.remove();
});

describe("entrain wcc", () => {
  it("gives windows × lags, as z and as r, in one object that fits its schema", async () => {
    const found = await json<WccResult>("wcc", pair, ...ARGS);
    expect(schemaFaults(found, schemaOf("wcc"))).toEqual([]);
    expect(found).toMatchObject({ rate: 50, lagS: 0.2, windowS: 2, incrementS: 1, members: ["a", "b"] });
    expect(found.startsS).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(found.lagsS).toHaveLength(21);
    expect(found.matrix.map((row) => row.length)).toEqual(found.startsS.map(() => 21));
    found.r.forEach((row, w) =>
      row.forEach((r, k) => expect(found.matrix[w]?.[k]).toBeCloseTo(Math.abs(Math.atanh(r ?? NaN)), 9)),
    );
    const first = found.r[0] ?? [];
    expect(found.lagsS[first.indexOf(Math.max(...first.map((r) => r ?? -1)))]).toBeCloseTo(0.08, 9);
  });

  it("null where nothing changes, and a short table for people", async () => {
    const flat = tables.write("flat.csv", table(["a", "b"], [swing(501), new Array(501).fill(1)]));
    expect((await json<WccResult>("wcc", flat, ...ARGS)).r.flat().every((r) => r === null)).toBe(true);
    expect((await run("wcc", pair, ...ARGS)).out).toMatch(/^window from, s/);
    expect((await run("wcc", flat, ...ARGS)).out).toContain("–");
  });

  it.each([
    [["--lag", "x"], 'expected --lag a number of seconds above 0, found "x"'],
    [["--window", "0"], 'expected --window a number of seconds above 0, found "0"'],
    [["--window", "20"], "expected 1010 rows for one window and its lag, found 501, at wcc"],
    [["--increment", "0.001"], "expected a window of 2 rows, an increment of 1, found 100, 0.05, at wcc"],
  ])("%j ends in one line", async (args, message) => {
    expect(await failure("wcc", pair, ...ARGS, ...args)).toBe(message);
  });

  it("asks for two columns, and for each of its options", async () => {
    const three = tables.write("three.csv", table(["a", "b", "c"], [swing(9), swing(9), swing(9)]));
    expect(await failure("wcc", three, ...ARGS)).toMatch(/^expected two columns, found 3, at /);
    expect(await failure("wcc", pair, ...ARGS.slice(0, 6))).toBe("expected --increment in seconds, found none");
    expect(await run("wcc", pair, ...ARGS, "--lag", "0")).toMatchObject({ notes: "" });
  });
});
