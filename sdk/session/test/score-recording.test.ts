import { mulberry32 } from "@entrain/synchrony";
import { describe, expect, test } from "vitest";
import { type RecordedMember, type RecordingScore, scoreRecording } from "../src/index.ts";
import { apart, inStep, ORIGIN_MICROS, recordedAs, type Vector } from "./recordings.ts";
import { numbersIn } from "./room.ts";

const score = (members: readonly RecordedMember[], windowS = 30): RecordingScore =>
  scoreRecording(members, { windowS, random: mulberry32(3) });

/** What holds of every score, whatever was recorded. */
const expectSound = (scored: RecordingScore): void => {
  expect(numbersIn(scored).filter((value) => !Number.isFinite(value))).toEqual([]);
  expect(JSON.parse(JSON.stringify(scored))).toEqual(scored);
  for (const { states } of scored.members) {
    expect(Object.values(states).reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 9);
  }
  for (const each of [scored, ...scored.windows]) {
    if (each.verdict === "withheld") {
      expect(each.score).toBeNull();
      expect(each.reason ?? "").not.toBe("");
    }
  }
};

const SECONDS = 60;
const constant =
  (...accelG: Vector) =>
  () =>
    accelG;
const still = (name: string): RecordedMember => recordedAs(name, SECONDS, constant(0.1, 0.2, 0.97));
const zero = (name: string): RecordedMember => recordedAs(name, SECONDS, constant(0, 0, 0));

describe("what nobody can judge is withheld, with a reason", () => {
  test("people who keep still", () => {
    const scored = score([still("a"), still("b")]);
    expectSound(scored);
    expect(scored.verdict).toBe("withheld");
    for (const { states } of scored.members) expect(states.still).toBeGreaterThan(0.9);
  });

  test("a sensor that gives nothing but zeros: a dropout, not a stillness", () => {
    const scored = score([zero("a"), zero("b")]);
    expectSound(scored);
    expect(scored).toMatchObject({ verdict: "withheld", reason: "no signal from a, b" });
    for (const { states } of scored.members) expect(states.dropout).toBeGreaterThan(0.9);
  });

  test("one who moves beside one who does not", () => {
    const [mover] = inStep(SECONDS, 1);
    if (mover === undefined) throw new Error("expected a mover");
    const scored = score([mover, still("b"), zero("c")]);
    expectSound(scored);
    expect(scored.verdict).toBe("withheld");
    expect(scored.members[0]?.states.ok).toBeGreaterThan(0.5);
  });

  test.each([0, 1, 2, 3])("recordings of %i samples", (count) => {
    const scored = score([recordedAs("a", count / 50, constant(0, 0, 1)), still("b")]);
    expectSound(scored);
    expect(scored).toMatchObject({ verdict: "withheld", windows: [] });
    expect(scored.members[0]?.samples).toBe(count);
  });

  test("recordings that have no time in common", () => {
    const scored = score([still("a"), recordedAs("b", SECONDS, constant(0, 0, 1), 2 * SECONDS)]);
    expectSound(scored);
    expect(scored).toMatchObject({ verdict: "withheld", reason: "no time in common", windows: [], trace: [] });
  });

  test.each([1, 5, 10])("%i s of people in step: too short to tell, and no score", (seconds) => {
    const scored = score(inStep(seconds, 1));
    expectSound(scored);
    expect(scored).toMatchObject({ verdict: "undecided", score: null, p: null, windows: [] });
    expect(scored.reason).toMatch(/^too short to tell/);
  });

  test("times that are none at all", () => {
    const [a, b] = inStep(SECONDS, 1);
    if (a === undefined || b === undefined) throw new Error("expected two");
    const scored = score([{ ...a, tMicros: a.tMicros.map(() => NaN) }, b]);
    expectSound(scored);
    expect(scored.verdict).toBe("withheld");
  });
});

describe("recordings with faults still give sound numbers", () => {
  const faults: readonly [string, (member: RecordedMember) => RecordedMember][] = [
    [
      "a clock that jumps a second to and fro",
      (m) => ({ ...m, tMicros: m.tMicros.map((t, i) => (i % 97 === 13 ? t + (i % 2 === 0 ? 1e6 : -1e6) : t)) }),
    ],
    [
      "a clock set a second ahead for good",
      (m) => ({ ...m, tMicros: m.tMicros.map((t, i) => (i > 900 ? t + 1e6 : t)) }),
    ],
    [
      "a clock set a second back for good",
      (m) => ({ ...m, tMicros: m.tMicros.map((t, i) => (i > 900 ? t - 1e6 : t)) }),
    ],
    ["rows that are not numbers", (m) => ({ ...m, accelG: m.accelG.map((a, i) => (i % 30 < 4 ? NaN : a)) })],
    ["infinite values", (m) => ({ ...m, accelG: m.accelG.map((a, i) => (i % 500 === 0 ? Infinity : a)) })],
    ["times that are not numbers", (m) => ({ ...m, tMicros: m.tMicros.map((t, i) => (i % 50 === 0 ? NaN : t)) })],
    ["no first and no last time", (m) => ({ ...m, tMicros: m.tMicros.map((t, i) => (i % 2_999 === 0 ? NaN : t)) })],
    ["one moment for all samples", (m) => ({ ...m, tMicros: m.tMicros.map(() => ORIGIN_MICROS + 5e6) })],
    ["the order reversed", (m) => ({ ...m, tMicros: m.tMicros.toReversed() })],
    [
      "a gap of ten seconds",
      (m) => ({
        ...m,
        tMicros: m.tMicros.filter((_, i) => i < 1_000 || i >= 1_500),
        accelG: m.accelG.filter((_, i) => i < 3_000 || i >= 4_500),
      }),
    ],
  ];

  test.each(faults)("%s", (_, fault) => {
    const [a, b] = inStep(SECONDS, 2);
    if (a === undefined || b === undefined) throw new Error("expected two");
    expectSound(score([a, fault(b)]));
    expectSound(score([fault(a), fault(b)]));
  });

  test.each(faults.slice(0, 1).concat(faults.slice(3, 6)))("%s do not hide that two are together", (_, fault) => {
    const [a, b] = inStep(SECONDS, 2);
    if (a === undefined || b === undefined) throw new Error("expected two");
    expect(score([a, fault(b)]).verdict).toBe("in-sync");
  });
});

describe("people", () => {
  test.each([1, 2, 3])("in step, each with timing noise of their own: in sync (seed %i)", (seed) => {
    const scored = score(inStep(SECONDS, seed));
    expectSound(scored);
    expect(scored.verdict).toBe("in-sync");
    expect(scored.score).toBeGreaterThan(scored.chance ?? NaN);
    expect(scored.p).toBeLessThan(0.05);
    for (const { states, rateHz, samples } of scored.members) {
      expect(states.ok).toBeGreaterThan(0.8);
      expect([Math.round(rateHz), samples]).toEqual([50, 3_000]);
    }
  });

  test.each([1, 2, 3, 4, 5])("with tempi of their own: not in sync (seed %i)", (seed) => {
    const scored = score(apart(SECONDS, seed, [1, 1.17]));
    expectSound(scored);
    expect(scored.verdict).toBe("not-in-sync");
  });

  test("of whom one set out later and one stopped earlier are compared while both are there", () => {
    const [a, b] = inStep(90, 4);
    if (a === undefined || b === undefined) throw new Error("expected two");
    const late = { ...a, tMicros: a.tMicros.subarray(1_000), accelG: a.accelG.subarray(3_000) };
    const short = { ...b, tMicros: b.tMicros.subarray(0, 4_000), accelG: b.accelG.subarray(0, 12_000) };
    const scored = score([late, short]);
    expectSound(scored);
    expect(scored.durationS).toBeCloseTo(60, 1);
    expect(scored.verdict).toBe("in-sync");
  });
});

test("windows lie end to end; the last counts although its last sample lies just before its end", () => {
  const { windows, durationS, windowS } = score(inStep(SECONDS, 1), 20);
  expect(windows.map(({ startS, endS }) => [startS, endS])).toEqual([
    [0, 20],
    [20, 40],
    [40, 60],
  ]);
  expect(durationS).toBeCloseTo(59.98, 6);
  expect(windowS).toBe(20);
});

test("the trace runs through the recording, five points a second, with a phase each for whoever has one", () => {
  const { trace } = score(inStep(SECONDS, 1));
  expect(trace).toHaveLength(299);
  expect(trace.at(-1)?.phaseRad.every((rad) => rad !== null && Math.abs(rad) <= Math.PI)).toBe(true);
  expect(trace.at(-1)?.orderParameter).toBeGreaterThan(0.8);
});

test("the same recording and seed give the same numbers", () => {
  expect(score(apart(SECONDS, 9, [1, 1.1]))).toEqual(score(apart(SECONDS, 9, [1, 1.1])));
});
