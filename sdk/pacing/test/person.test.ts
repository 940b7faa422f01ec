import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MIN_INTERVAL_PER_PULSE, microsOfBeat, sessionMicros } from "@entrain/protocol";
import {
  cuePlan,
  gentler,
  NO_SETTINGS,
  PacingError,
  type Pattern,
  peopleProblems,
  type PersonSettings,
  type Plan,
  plannedStrength,
  proveSafe,
  rolePlan,
  settingsProblems,
  softenedSettings,
  STEADY,
  steadyPlan,
  type StepRole,
} from "../src/index.ts";

const ORIGIN = 5_000_000;
const FROM = sessionMicros(ORIGIN);

interface Felt {
  readonly tMicros: number;
  readonly strength: number;
  readonly millis: number;
}

/** What a motor does in the first minute of a plan, from the moment on from which it holds. */
const feltOf = (plan: Plan): readonly Felt[] => {
  const at = (index: number): number => microsOfBeat(plan.segments, index / plan.subdivision);
  const felt: Felt[] = [];
  for (let index = 0; at(index) < 60e6; index++) {
    const tMicros = plan.beatZeroMicros + at(index);
    const strength = plannedStrength(plan, index);
    const millis = Math.min(plan.pulseMillis, (at(index + 1) - at(index)) / (1_000 * MIN_INTERVAL_PER_PULSE));
    if (strength > 0 && tMicros > ORIGIN - 0.3 * (plan.segments[1] ?? 0)) felt.push({ tMicros, strength, millis });
  }
  return felt;
};

/** Each pulse of the one is a pulse of the other, at most as strong and as long, and all of them are shifted alike. */
const expectSofter = (softened: Plan, plan: Plan, { phaseBeats = 0 }: PersonSettings): void => {
  proveSafe(softened);
  const all = feltOf(plan);
  const shift = plan.swellBeats > 0 ? 0 : phaseBeats * (plan.segments[1] ?? 0);
  for (const { tMicros, strength, millis } of feltOf(softened)) {
    if (tMicros - shift > ORIGIN + 50e6 || tMicros - shift < ORIGIN - 1) continue;
    const same = all.find((each) => Math.abs(each.tMicros + shift - tMicros) < 1);
    expect(same, `a pulse at ${String(tMicros)} that is not in the plan`).toBeDefined();
    expect(strength).toBeLessThanOrEqual(same?.strength ?? 0);
    expect(millis).toBeLessThanOrEqual((same?.millis ?? 0) + 1e-9);
  }
};

const settings = fc
  .record(
    {
      strengthPercent: fc.integer({ min: 0, max: 100 }),
      simplify: fc.constantFrom("beats" as const, "first-of-bar" as const),
      ratio: fc.constantFrom("1:1", "1:2", "1:3", "1:4", "2:3", "3:4", "2:2"),
      phaseBeats: fc.double({ min: -0.25, max: 0.25, noNaN: true }),
      pulses: fc.constantFrom("motor" as const, "light" as const, "off" as const),
      scored: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .filter((each) => settingsProblems(each).length === 0);

const pattern: fc.Arbitrary<Pattern> = fc
  .record({
    beatsPerBar: fc.integer({ min: 1, max: 16 }),
    subdivision: fc.integer({ min: 1, max: 4 }),
    accents: fc.array(fc.nat(15), { maxLength: 4 }),
    mutes: fc.array(fc.nat(15), { maxLength: 4 }),
    pulseMillis: fc.integer({ min: 20, max: 200 }),
    strength: fc.integer({ min: 0, max: 255 }),
    accentStrength: fc.integer({ min: 0, max: 255 }),
  })
  .map((each) => ({
    ...each,
    accents: each.accents.map((beat) => beat % each.beatsPerBar),
    mutes: each.mutes.map((beat) => beat % each.beatsPerBar),
  }));

describe("a plan that is softened for a person", () => {
  test("whatever they want: no pulse more, none stronger, none longer, and safe", () => {
    fc.assert(
      fc.property(settings, pattern, fc.integer({ min: 20, max: 240 }), (own, each, bpm) => {
        const opts = { bpm, pattern: each, beatZeroMicros: FROM, revision: 1 };
        expectSofter(steadyPlan({ ...opts, settings: own }), steadyPlan(opts), own);
      }),
      { numRuns: 150 },
    );
  });

  test("in any role of a step, wherever in it a plan begins", () => {
    const roles: StepRole[] = [
      { who: "everyone", plays: "pattern" },
      { who: "everyone", plays: "pattern", phaseBeats: 8, pattern: { bars: 2, mutes: [2, 5], subdivision: 2 } },
      { who: "everyone", plays: "pattern", ratio: "3:2" },
      { who: "everyone", plays: "breath" },
      { who: "everyone", plays: "listen" },
    ];
    const train = { beatsPerBar: 12, mutes: [10, 11], risingBeats: 4 };
    fc.assert(
      fc.property(
        settings,
        fc.constantFrom(...roles),
        fc.constantFrom("4", "2+2+3", "3", "9"),
        fc.nat(12),
        fc.integer({ min: 40, max: 150 }),
        (own, role, metre, bar, bpm) => {
          if (metre === "9" && role.plays === "pattern" && role.pattern?.bars === 2) return;
          const period = 60e6 / bpm;
          const segments = Float64Array.of(8, period, period / 80, 0, period * 1.1, 0);
          const beats = metre.split("+").reduce((sum, part) => sum + Number(part), 0);
          const start = { segments, fromMicros: FROM, fromBeat: bar * beats, revision: 1 };
          const frame = { metre, strengthPercent: 70, ...(role.plays === "breath" && { train }) };
          expectSofter(rolePlan(role, frame, start, own), rolePlan(role, frame, start), own);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("half-time is every other beat, counted on through bars of three and from plan to plan", () => {
    const role: StepRole = { who: "everyone", plays: "pattern" };
    const segments = Float64Array.of(0, 500_000, 0);
    const frame = { metre: "3", strengthPercent: 65 };
    for (const fromBeat of [0, 3, 6, 9]) {
      const plan = rolePlan(role, frame, { segments, fromMicros: FROM, fromBeat, revision: 1 }, { ratio: "1:2" });
      const beats = feltOf(plan)
        .map(({ tMicros }) => fromBeat + Math.round((tMicros - ORIGIN) / 500_000))
        .filter((beat) => beat >= fromBeat)
        .slice(0, 4);
      const first = fromBeat + (fromBeat % 2);
      expect(beats).toEqual([first, first + 2, first + 4, first + 6]);
    }
  });

  test("first of each bar: one pulse a bar, also where a pattern takes two", () => {
    const plan = rolePlan(
      { who: "everyone", plays: "pattern", pattern: { bars: 2, subdivision: 4 } },
      { metre: "4", strengthPercent: 65 },
      { segments: Float64Array.of(0, 500_000, 0), fromMicros: FROM, fromBeat: 0, revision: 1 },
      { simplify: "first-of-bar" },
    );
    expect(feltOf(plan).map(({ tMicros }) => (tMicros - ORIGIN) / 500_000)).toEqual(
      Array.from({ length: 30 }, (_, bar) => 4 * bar),
    );
  });

  test("earlier by a tenth of a beat; the beat of all stays", () => {
    const opts = { bpm: 60, pattern: STEADY, beatZeroMicros: FROM, revision: 1 };
    expect(steadyPlan({ ...opts, settings: { phaseBeats: -0.1 } }).beatZeroMicros).toBe(ORIGIN - 100_000);
  });

  test("the cue is capped, and left out for whoever wants no pulses", () => {
    const cue = cuePlan(FROM, 1);
    expect(gentler(cue, NO_SETTINGS)).toBe(cue);
    expect(gentler(cue, { strengthPercent: 20 }).strength).toBe(51);
    expect(feltOf(gentler(cue, { pulses: "off" }))).toEqual([]);
  });
});

describe("settings", () => {
  const found = (value: unknown): readonly string[] => peopleProblems(value).map(({ path }) => path);

  test("of a file are checked, and each problem is told where it stands", () => {
    const file = { format: "entrain-people", people: { Ada: { strengthPercent: 40, ratio: "1:2" }, "a/b": {} } };
    expect(found(file)).toEqual([]);
    expect(found({ ...file, format: "names" })).toEqual(["/format"]);
    expect(found({ format: "entrain-people", people: { Ada: { strengthPercent: 140 } } })).toEqual([
      "/people/Ada/strengthPercent",
    ]);
    expect(found({ format: "entrain-people", people: { "a/b": { ratio: "3:2" } } })).toEqual(["/people/a~1b/ratio"]);
    expect(found({ format: "entrain-people", people: { Ada: { phaseBeats: 0.5 } } })).toEqual([
      "/people/Ada/phaseBeats",
    ]);
    expect(found({ format: "entrain-people", people: { Ada: { louder: true } } })).toEqual(["/people/Ada/louder"]);
    for (const hostile of [undefined, null, 3, [], "x", { people: [] }, { format: "entrain-people" }])
      expect(found(hostile).length).toBeGreaterThan(0);
  });

  test("are made softer by others, and back, but never less gentle than the person wants", () => {
    const own: PersonSettings = {
      strengthPercent: 40,
      simplify: "beats",
      ratio: "1:2",
      pulses: "light",
      scored: false,
    };
    expect(softenedSettings(own, { strengthPercent: 20, pulses: "off" })).toMatchObject({
      strengthPercent: 20,
      ratio: "1:2",
      pulses: "off",
      scored: false,
    });
    expect(softenedSettings(NO_SETTINGS, { phaseBeats: 0.1 })).toEqual({ phaseBeats: 0.1 });
    const harsher: PersonSettings[] = [
      { strengthPercent: 41 },
      { ratio: "2:3" },
      { pulses: "motor" },
      { scored: true },
    ];
    for (const asked of harsher) expect(() => softenedSettings(own, asked)).toThrow(PacingError);
    expect(() => softenedSettings({ simplify: "first-of-bar" }, { simplify: "beats" })).toThrow(/simplify/);
  });
});
