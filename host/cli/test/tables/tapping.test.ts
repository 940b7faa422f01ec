import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TapFigures } from "../../src/tapping/tap-figures.ts";
import { schemaFaults } from "../score/schema-check.ts";
import { failure, json, run, schemaOf, Tables } from "./bench.ts";

const SHARED = resolve(import.meta.dirname, "../../../../../shared");
const DATA = process.env["ENTRAIN_DATA"] ?? resolve(SHARED, "data");
const VECTORS = process.env["ENTRAIN_VECTORS"] ?? resolve(SHARED, "vectors");
const REAL = resolve(DATA, "tapping/tapping_data_baath_madison_2012.csv");
const GOLDEN = resolve(VECTORS, "golden.json");
const missing = [REAL, GOLDEN].every(existsSync) ? "" : ` (skipped: ${REAL} or ${GOLDEN} is not there)`;

let tables: Tables;
beforeAll(() => {
  tables = new Tables();
});
afterAll(() => {
  tables.remove();
});

const tapped = async (file: string): Promise<readonly TapFigures[]> => {
  const result = await json<{ rows: readonly TapFigures[] }>("tapping", file);
  expect(schemaFaults(result, schemaOf("tapping"))).toEqual([]);
  return result.rows;
};

describe("entrain tapping", () => {
  it("gives known figures of a few taps; lag 1 stays within a trial; columns in any order", async () => {
    const file = tables.write("few.csv", "Asynch,isi,trial,subject\n10,600,1,b\n-10,600,1,b\n30,600,2,b\n10,600,2,b\n");
    const [row] = await tapped(file);
    expect(row).toMatchObject({ subject: "b", isi: 600, n: 4, mean: 10, median: 10, alpha: null });
    expect(row?.sd).toBeCloseTo(Math.sqrt(800 / 3), 12);
    expect(row?.lag1).toBe(0);
    expect(row?.circularMeanMs).toBeCloseTo(10, 1);
    expect(row?.rayleighZ).toBeCloseTo(4 * (row?.circularR ?? NaN) ** 2, 12);
  });

  it("goes by subject as a number, then by interval; a missed tap counts nowhere", async () => {
    const file = tables.write("order.csv", "subject,trial,isi,asynch\n10,1,600,1\n2,1,900,1\n2,1,600,NaN\n2,1,600,4\n");
    expect((await tapped(file)).map(({ subject, isi, n, mean }) => [subject, isi, n, mean])).toEqual([
      [2, 600, 1, 4],
      [2, 900, 1, 1],
      [10, 600, 1, 1],
    ]);
    expect((await tapped(file))[0]).toMatchObject({ sd: null, lag1: null, alpha: null, median: 4 });
    expect((await run("tapping", file)).out).toMatch(/^subject +isi +n/);
  });

  it.each([
    ["", "expected a header row with subject, trial, isi, asynch, found an empty file, at FILE"],
    ["subject,trial,isi,asynch\n", "expected rows of taps, found only a header row, at FILE"],
    [
      "subject,isi,asynch\n1,600,2\n",
      'expected a header row with subject, trial, isi, asynch, found none of trial in "subject,isi,asynch", at FILE line 1',
    ],
    ["subject,trial,isi,asynch\n1,1,0,2\n", 'expected an isi above 0 ms, found "0", at FILE line 2'],
    ["subject,trial,isi,asynch\n1,1,600,early\n", 'expected a number for asynch, found "early", at FILE line 2'],
    ["subject,trial,isi,asynch\n1,1,600\n", "expected a column asynch, found 3 columns, at FILE line 2"],
    ["subject,trial,isi,asynch\n,1,600,5\n", 'expected a subject, found "", at FILE line 2'],
  ])("%j ends in one line", async (content, message) => {
    const file = tables.write("bad.csv", content);
    expect((await failure("tapping", file)).replace(file, "FILE")).toBe(message);
  });
});

describe.skipIf(missing !== "")(`thirty people tapping (MIT, Bååth & Madison)${missing}`, () => {
  it("their figures as others computed them", async () => {
    const rows = await tapped(REAL);
    const { cases } = JSON.parse(readFileSync(GOLDEN, "utf8")) as {
      cases: { id: string; expected: Record<string, Record<string, number>> }[];
    };
    const expected = cases.find(({ id }) => id === "baath_madison_2012")?.expected ?? {};
    expect(Object.keys(expected).length).toBeGreaterThan(50);
    for (const [key, figures] of Object.entries(expected)) {
      const row = rows.find(({ subject, isi }) => key === `s${String(subject)}_isi${String(isi)}`);
      expect(row?.n).toBe(figures["n"]);
      for (const [found, name] of [
        [row?.mean, "mean"],
        [row?.median, "median"],
        [row?.sd, "sd_ddof1"],
        [row?.circularR, "R"],
        [row?.circularMeanMs, "circ_mean_ms"],
      ] as const)
        expect(Math.abs((found ?? NaN) / (figures[name] ?? NaN) - 1)).toBeLessThan(1e-6);
    }
  });

  it("α and lag 1 of simulated taps at 600 ms", async () => {
    const taps = readFileSync(resolve(VECTORS, "tapping_linear_phase_correction.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    const file = tables.write(
      "lpc.csv",
      `subject,trial,isi,asynch\n${taps.map((tap) => `1,1,600,${tap}`).join("\n")}\n`,
    );
    const [row] = await tapped(file);
    expect(row?.alpha).toBeCloseTo(0.3, 1);
    expect(row?.lag1).toBeCloseTo(0.6770531783526105, 6);
    expect(row?.rayleighZ).toBeCloseTo(362.2228101691282, 4);
  });
});
