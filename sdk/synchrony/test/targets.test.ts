import { describe, expect, it } from "vitest";
import { lockingValue, nmLocking, partialLockingValue, phaseLocking, phasorTable, quadratures } from "../src/index.ts";
import { at, numbersIn, recorded, scorerFor, type Samples } from "./people.ts";
import { columnsOf, missing } from "./vectors.ts";

const RATE_HZ = 100;

/** A column as the x axis of somebody's acceleration, gravity on z. */
const worn = (column: Float64Array, scaleG: number): Samples => ({
  tMicros: Float64Array.from(column, (_, i) => at(i / RATE_HZ)),
  accelG: Float64Array.from([...column].flatMap((value) => [scaleG * value, 0, 1])),
});

const swung = (columns: readonly Float64Array[]): Samples[] => columns.map((column) => worn(column, 0.2));
const secondsOf = ([first]: readonly Float64Array[]): number => (first?.length ?? 0) / RATE_HZ;
const PAIRS = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j > i).map((j) => [i, j] as const));

describe.skipIf(missing !== "")(`signals of known truth, through the scorer${missing}`, () => {
  it("a follower 150 ms behind is found to ± 10 ms, over the recording and live", { timeout: 20_000 }, () => {
    const columns = columnsOf("dyad_lag150ms.csv");
    const people = swung(columns);
    const seconds = secondsOf(columns);
    const [over] = recorded(people, seconds).scoreDyads(at(0), at(seconds)).pairs;
    expect(over?.verdict).toBe("in-sync");
    expect(Math.abs((over?.leadS ?? NaN) - 0.15)).toBeLessThanOrEqual(0.01);
    const live = scorerFor(2);
    const leads: (number | undefined)[] = [];
    for (let s = 0; s + 1 <= seconds; s++) {
      people.forEach(({ tMicros, accelG }, k) => {
        const [from, to] = [RATE_HZ * s, RATE_HZ * (s + 1)];
        live.pushSamples(k, tMicros.subarray(from, to), accelG.subarray(3 * from, 3 * to), to - from);
      });
      live.advance(at(s + 1));
      const [pair] = live.dyads().pairs;
      if (pair?.beyondChance === true) leads.push(pair.leadS);
    }
    expect(leads.length).toBeGreaterThan(5);
    for (const leadS of leads) expect(Math.abs((leadS ?? NaN) - 0.15)).toBeLessThanOrEqual(0.01);
  });

  it("double time locks 2:1 at .95 or more, a tempo that fits no order at .11 or less, and is not called", () => {
    const columns = columnsOf("nm_locking.csv");
    const table = phasorTable(columns);
    expect(lockingValue(nmLocking(table, 2, 1), 0, 1)).toBeGreaterThanOrEqual(0.95);
    for (const [n, m] of [
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 3],
    ] as const)
      expect(lockingValue(nmLocking(table, n, m), 0, 2)).toBeLessThanOrEqual(0.11);
    const seconds = secondsOf(columns);
    const { pairs } = recorded(swung(columns), seconds).scoreDyads(at(0), at(seconds));
    const [double, unlocked] = pairs;
    expect(double).toMatchObject({ order: [2, 1], verdict: "in-sync" });
    expect(double?.plv).toBeGreaterThanOrEqual(0.95);
    expect(unlocked).toMatchObject({ verdict: "not-in-sync", beyondChance: false });
    expect(unlocked?.plv).toBeLessThanOrEqual(0.11);
  });

  it.each([
    ["group4_pacer_only", 0, 0.15],
    ["group4_mutual_only", 0.9, 1],
  ])("%s: partial locking from %d to %d", (name, least, most) => {
    // Without the first 15 s, in which they find each other.
    const columns = columnsOf(`${name}.csv`, [1500, 9000]);
    const matrix = phaseLocking(phasorTable(columns));
    for (const [i, j] of PAIRS) {
      const partial = partialLockingValue(matrix, i + 1, j + 1, 0);
      expect(partial).toBeGreaterThanOrEqual(least);
      expect(partial).toBeLessThanOrEqual(most);
    }
  });

  it.each([
    ["group4_pacer_only", 0, 0, 0.15, "chance"],
    ["group4_mutual_only", 0, 0.9, 1, "no pacer"],
    ["group4_pacer_and_mutual", 0, 0.2, 1, "beyond"],
    // All four swing with one and the same second harmonic, which is the pacer's doing and not each other's.
    ["group4_pacer_only", 0.6, 0, 0.2, "chance"],
    ["group4_mutual_only", 0.6, 0.9, 1, "no pacer"],
    ["group4_pacer_and_mutual", 0.6, 0.2, 1, "beyond"],
  ] as const)(
    "%s with a second harmonic of %d, through the scorer: partial locking from %d to %d",
    { timeout: 20_000 },
    (name, harmonic, least, most, says) => {
      const [, ...moved] = columnsOf(`${name}.csv`);
      const phases = quadratures(moved).map((im, k) => im.map((y, i) => Math.atan2(y, moved[k]?.[i] ?? 0)));
      const columns = moved.map((x, k) => x.map((v, i) => v + harmonic * Math.cos(2 * (phases[k]?.[i] ?? 0))));
      const scorer = scorerFor(4);
      // The pacer's column is a sine of 1 Hz; phase 0 is the peak.
      scorer.setPacer((tMicros) => (tMicros - at(0)) / 1e6 - 0.25);
      swung(columns).forEach(({ tMicros, accelG }, k) => {
        scorer.pushSamples(k, tMicros, accelG, tMicros.length);
      });
      scorer.advance(at(90));
      const { pairs } = scorer.scoreDyads(at(15), at(90));
      expect(pairs).toHaveLength(6);
      const ps = pairs.map(({ beyondPacer }) => beyondPacer?.p ?? NaN);
      for (const { verdict, beyondPacer } of pairs) {
        expect(verdict).toBe("in-sync");
        expect(beyondPacer?.partial).toBeGreaterThanOrEqual(least);
        expect(beyondPacer?.partial).toBeLessThanOrEqual(most);
      }
      // Of six at 5 %, more than two has p .002.
      if (says === "chance") expect(ps.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(2);
      if (says === "beyond") expect(Math.max(...ps)).toBeLessThanOrEqual(0.05);
      if (says === "no pacer") expect(ps.every(Number.isNaN)).toBe(true);
    },
  );

  it("sensor noise of people who are still is withheld, whole and in every window, as are their dyads", () => {
    const people = columnsOf("still_noise_4x30s.csv").map((column) => worn(column, 1));
    const scorer = recorded(people, 30);
    expect(scorer.scoreWhole()).toMatchObject({ verdict: "withheld", reason: "resting" });
    for (let from = 0; from + 10 <= 30; from += 2) {
      const window = scorer.scoreWindow(at(from), at(from + 10), { shifts: 19 });
      expect(window.verdict).toBe("withheld");
      expect([window.score, window.chance, window.p]).toEqual([undefined, undefined, undefined]);
    }
    const { pairs } = scorer.scoreDyads(at(0), at(30));
    expect(pairs.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 6 }, () => "withheld"));
    expect(pairs.every(({ plv, score }) => plv === undefined && score === undefined)).toBe(true);
    for (let k = 0; k < 4; k++) expect(scorer.stateShares(k).still).toBe(1);
    expect(numbersIn(scorer.reading()).every(Number.isFinite)).toBe(true);
  });
});

it.each([
  ["all-zero", 0],
  ["constant", 1],
])("%s input: nothing is said of anybody, live or over the recording", (_, gravityG) => {
  const count = 60 * RATE_HZ;
  const still: Samples = {
    tMicros: Float64Array.from({ length: count }, (_, i) => at(i / RATE_HZ)),
    accelG: Float64Array.from({ length: 3 * count }, (_, i) => (i % 3 === 2 ? gravityG : 0)),
  };
  const scorer = recorded([still, still, still], 60);
  for (const { verdict } of [scorer.scoreWhole(), scorer.scoreWindow(at(10), at(40)), scorer.reading().group])
    expect(verdict).toBe("withheld");
  for (const { pairs } of [scorer.dyads(), scorer.scoreDyads(at(0), at(60))])
    expect(pairs.every((pair) => pair.verdict === "withheld" && pair.plv === undefined)).toBe(true);
});
