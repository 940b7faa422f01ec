import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/program.ts";
import { pictureOf } from "../../src/live/sync-test/picture.ts";
import { offsetsFrom, resultOf, spreadsAcross } from "../../src/live/sync-test/result.ts";
import { testSimulated } from "../../src/live/sync-test/simulated.ts";
import { sentenceOf, textOf } from "../../src/live/sync-test/table.ts";

const run = (...args: readonly string[]): Promise<unknown> => {
  const program = createProgram("0.0.0");
  for (const command of [program, ...program.commands]) command.exitOverride().configureOutput({ writeErr: () => {} });
  return program.parseAsync(["node", "entrain", "sync-test", ...args]);
};

describe("bad options end in one line", () => {
  test.each([
    [[], /expected either --port PATH… or --sim COUNT, found neither/],
    [["--sim", "2", "--port", "/dev/null"], /found both/],
    [["--sim", "0"], /whole number from 1 to 30 for --sim, found "0"/],
    [["--sim", "2", "--seconds", "1"], /from 5 to 3600 for --seconds, found "1"/],
    [["--sim", "2", "--bpm", "1e9"], /--bpm/],
    [["--sim", "2", "--out", "picture.png"], /ends in \.svg for --out, found "picture.png"/],
  ])("%j", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});

describe("arithmetic", () => {
  const paced = { beatsMicros: [1_000, 2_000, 3_000], periodMicros: 1_000, members: [] };

  test("a pulse belongs to the beat that it is nearest to, and to none half a period away", () => {
    expect(offsetsFrom(paced, [1_100, 1_900])).toEqual([100, -100, NaN]);
    expect(offsetsFrom(paced, [])).toEqual([NaN, NaN, NaN]);
  });

  test("only beats that all played are compared", () => {
    expect(
      spreadsAcross([
        [0, 5, NaN],
        [3, NaN, 1],
      ]),
    ).toEqual([3]);
    expect(spreadsAcross([])).toEqual([]);
  });
});

describe("a simulation, seed 3", async () => {
  const { paced, truth } = await testSimulated({ count: 3, seed: 3, bpm: 100, seconds: 8 });
  const result = resultOf(paced, 100, 8, truth);

  test("every band plays every beat, and what the bands say agrees with the truth but for their motors", () => {
    expect(result.beats).toBeGreaterThanOrEqual(13);
    for (const { beats, missing } of result.bands) expect([beats, missing]).toEqual([result.beats, 0]);
    expect(result.spreadMillis.p95).toBeLessThan(5);
    expect(result.truth?.spreadMillis.p95).toBeLessThan(20);
    expect(result.targetMillis).toBe(20);
  });

  test("clock errors are within the host's own bounds", () => {
    for (const band of result.bands) {
      expect(band.truth?.outsideBound).toBe(0);
      expect(band.truth?.clockErrorMillis.max).toBeLessThan(band.clock.boundMillis === null ? 0 : 8);
    }
  });

  test("the table names every band, the picture shows each of its beats twice", () => {
    for (const { name } of result.bands) expect(textOf(result)).toContain(name);
    expect(sentenceOf(result)).toMatch(/^Truly, bands were felt within \d+\.\d ms/);
    const svg = pictureOf(result, paced, truth);
    expect(svg.match(/<circle /g)).toHaveLength(2 * 3 * result.beats);
    expect(svg).toContain("simulated");
  });

  test("the same seed gives the same figures", async () => {
    const again = await testSimulated({ count: 3, seed: 3, bpm: 100, seconds: 8 });
    expect(resultOf(again.paced, 100, 8, again.truth)).toEqual(result);
  });
});
