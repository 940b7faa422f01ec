import type { BandPulse } from "@entrain/band";
import { type ExerciseDocument, type ExerciseStep, plannedStrength } from "@entrain/pacing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ExerciseRoom } from "./exercise-room.ts";

vi.setConfig({ testTimeout: 30_000 });

let room: ExerciseRoom;
afterEach(() => room.close());

const STEP: ExerciseStep = {
  title: "Steady",
  lasts: { seconds: 10 },
  tempo: { source: "fixed", bpm: 120 },
  roles: [{ who: "everyone", plays: "pattern" }],
  score: "with-the-pulse",
};
const document = (name: string, ...steps: readonly Partial<ExerciseStep>[]): ExerciseDocument => ({
  format: 1,
  name,
  title: name,
  purpose: "A test.",
  suitability: ["Nobody."],
  groups: 2,
  steps: steps.map((step, i) => ({ ...STEP, title: `${name} ${String(i)}`, ...step })),
  ending: { fadeSeconds: 4 },
});
const open = async (...documents: readonly ExerciseDocument[]): Promise<void> => {
  room = new ExerciseRoom(documents, 2);
  await room.connect();
};
const ask = (act: "next" | "back" | "pause" | "resume" | "tap"): void => room.desk.command({ kind: "exercise", act });
const start = (name: string, ...then: readonly string[]): void =>
  room.desk.command({ kind: "exercise", act: "start", name, then });
/** Intervals of what somebody felt in the last so many seconds, s. */
const feltLately = (band: number, seconds: number): readonly number[] => {
  const all = room.bands[band]?.felt ?? [];
  const felt = all.filter((t) => t > room.clock.nowMicros() - seconds * 1e6);
  return felt.slice(1).map((t, i) => (t - (felt[i] ?? t)) / 1e6);
};
const said = (): readonly string[] =>
  room.states.map(({ state }) => `${state.state} ${state.now.title}`).filter((words, i, all) => words !== all[i - 1]);

describe("what nobody can do is refused in words", () => {
  test("an exercise that is not there, a step of none, a leader of nobody", async () => {
    await open(document("one", {}));
    expect(() => start("two")).toThrow('expected the name of an exercise (one), found "two"');
    expect(() => ask("next")).toThrow("no exercise is under way");
    expect(() => room.desk.command({ kind: "exercise", act: "leader", member: 9 })).toThrow(
      "expected a member from 0 to 1, found 9",
    );
  });
});

test("a change is announced by a soft double pulse in silence, like no beat", async () => {
  await open(document("one", {}, { tempo: { source: "fixed", bpm: 90 } }));
  start("one");
  await room.pass(1.5 + 10 + 6);
  const cue = room.states.find(({ state }) => state.state === "cue")?.tMicros ?? 0;
  const ends = room.states.find(({ state }) => state.state === "cue")?.state.endsMicros ?? 0;
  expect(ends - cue).toBeGreaterThanOrEqual(2.4e6);
  expect(ends - cue).toBeLessThan(3.5e6);
  for (const { felt } of room.bands) {
    const within = felt.filter((t) => t > cue + 1e5 && t < ends - 1e5);
    expect(within).toHaveLength(2);
    expect(((within[1] ?? 0) - (within[0] ?? 0)) / 1e3).toBeGreaterThan(300);
    expect(((within[1] ?? 0) - (within[0] ?? 0)) / 1e3).toBeLessThan(400);
  }
  // On the board whose driver knows strengths; the other's are made by duration.
  const levels = (from: number, to: number): number =>
    Math.max(
      ...(room.bands[0]?.drivenSpans ?? []).filter((s) => s.onMicros > from && s.onMicros < to).map((s) => s.level),
    );
  expect(levels(cue, ends - 2e5)).toBeLessThan(0.75 * levels(cue - 3e6, cue));
});

test("each group has its own plan: a canon enters later", async () => {
  const phased = { who: "group-2", plays: "pattern", phaseBeats: 8 } as const;
  await open(document("canon", { roles: [{ who: "group-1", plays: "pattern" }, phased] }));
  start("canon");
  await room.pass(9);
  const [first, second] = room.bands.map(({ felt }) => felt[0] ?? 0);
  // The opening ramp makes the first pulses too weak to be felt; the lag between the two entrances stays.
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(3e6);
  expect((second ?? 0) - (first ?? 0)).toBeLessThan(5e6);
});

test("next, back, pause and resume: at bar lines, announced, and gone on with softly", async () => {
  await open(document("three", { lasts: { until: "next" } }, { lasts: { until: "next" } }, {}));
  start("three");
  await room.pass(8);
  ask("next");
  await room.pass(8);
  expect(room.state).toMatchObject({ state: "running", step: 1 });
  ask("back");
  await room.pass(8);
  expect(room.state).toMatchObject({ state: "running", step: 0 });
  ask("pause");
  await room.pass(4);
  expect(room.state?.state).toBe("paused");
  expect(feltLately(0, 1.5)).toEqual([]);
  ask("resume");
  await room.pass(6);
  expect(room.state).toMatchObject({ state: "running", step: 0 });
  expect(said()).toEqual([
    "running three 0",
    "cue three 0",
    "running three 1",
    "cue three 1",
    "running three 0",
    "paused three 0",
    "running three 0",
  ]);
});

test("an exercise called in the middle goes on afterwards where it was, with what was left of it", async () => {
  await open(document("long", { lasts: { seconds: 60 } }), document("short", { tempo: { source: "fixed", bpm: 60 } }));
  start("long");
  await room.pass(20);
  room.desk.command({ kind: "exercise", act: "interrupt", name: "short" });
  await room.pass(8);
  expect(room.state).toMatchObject({ name: "short", state: "running", resumes: "long" });
  for (const interval of feltLately(0, 3)) expect(interval).toBeCloseTo(1, 1);
  await room.pass(12);
  expect(room.state).toMatchObject({ name: "long", state: "running", step: 0 });
  const leftS = ((room.state?.endsMicros ?? 0) - room.clock.nowMicros()) / 1e6;
  expect(leftS).toBeGreaterThan(25);
  expect(leftS).toBeLessThan(40);
  for (const interval of feltLately(0, 2)) expect(interval).toBeCloseTo(0.5, 1);
});

test("exercises of a list follow each other without a pause", async () => {
  await open(document("one", {}), document("two", { tempo: { source: "fixed", bpm: 90 } }));
  start("one", "two");
  await room.pass(30);
  expect(said()).toEqual(["running one 0", "cue one 0", "running two 0", "cue two 0", "ending Ending", "ended Ending"]);
  expect(room.states[0]?.state.resumes).toBe("two");
});

test("a list that was interrupted goes on to its end", async () => {
  const more = document("more", {});
  await open(document("one", { lasts: { seconds: 20 } }), document("two", {}), more);
  start("one", "two");
  await room.pass(8);
  room.desk.command({ kind: "exercise", act: "interrupt", name: "more" });
  await room.pass(20);
  expect(room.state).toMatchObject({ name: "one", resumes: "two" });
  await room.pass(20);
  expect(room.state).toMatchObject({ name: "two" });
});

test("small steps wait for the wearers; a press takes the group one step back", async () => {
  const small: Partial<ExerciseStep> = { lasts: { until: "wearers", seconds: 8 }, score: "none" };
  await open(document("small", small, small));
  start("small");
  await room.pass(14);
  expect(room.state).toMatchObject({ state: "wearers", step: 0 });
  await room.pass(20);
  expect(room.state).toMatchObject({ state: "wearers", step: 0 });
  expect(feltLately(0, 15)).toEqual([]);
  for (const band of room.bands) await room.goOnAt(band);
  await room.pass(3);
  expect(room.state).toMatchObject({ state: "running", step: 1 });
  await room.pass(2);
  room.bands[0]?.button(true);
  await room.pass(0.1);
  room.bands[0]?.button(false);
  const stopped = room.clock.nowMicros();
  await room.pass(7);
  expect(room.state).toMatchObject({ step: 0 });
  // The wearer's stop has won: nothing is felt until they take it back.
  expect(room.bands[0]?.felt.filter((t) => t > stopped + 1e5)).toEqual([]);
});

test("a count-in is soft, plain, and no part of the step", async () => {
  await open(document("counted", { countInBars: 2 }));
  start("counted");
  await room.pass(3);
  expect(room.state?.state).toBe("count-in");
  await room.pass(3);
  expect(room.state?.state).toBe("running");
  const [counted, running] = ["count-in", "running"].map(
    (state) => room.states.find((each) => each.state.state === state)?.tMicros ?? 0,
  );
  expect((running ?? 0) - (counted ?? 0)).toBeCloseTo(4e6, -3);
});

test("taps on a key give the tempo, from a bar line on", async () => {
  await open(document("tapped", { lasts: { until: "next" }, tempo: { source: "tap", by: "keyboard", bpm: 90 } }));
  start("tapped");
  await room.pass(6);
  for (let i = 0; i < 6; i++) {
    ask("tap");
    await room.pass(0.5);
  }
  await room.pass(6);
  for (const interval of feltLately(0, 3)) expect(interval).toBeCloseTo(0.5, 1);
});

test("a breath goes on for as long as it is asked for, breath after breath, without a seam", async () => {
  const played: BandPulse[] = [];
  const breath = { source: "breath", breathsPerMinute: 10, inhale: 1, exhale: 1 } as const;
  await open(
    document("breath", { lasts: { breaths: 8 }, tempo: breath, roles: [{ who: "everyone", plays: "breath" }] }),
  );
  room.group.on(({ member, event }) => {
    if (event.kind === "pulse" && member === 0) played.push(event);
  });
  start("breath");
  await room.pass(46);
  expect(Math.max(...feltLately(0, 30))).toBeLessThan(0.75);
  const plans = room.entries.flatMap((entry) => (entry.kind === "plan" ? [entry.plan] : []));
  expect(plans.length).toBe(3);
  // What the band plays is what the host showed: strength by strength, once the opening ramp is over.
  const later = played.filter(({ onMicros }) => onMicros > (played[0]?.onMicros ?? 0) + 5.5e6);
  expect(later.length).toBeGreaterThan(40);
  for (const { revision, pulseIndex, strength } of later) {
    const plan = plans.find((each) => each.revision === revision);
    if (plan === undefined) continue;
    const shown = plannedStrength({ ...plan, segments: Float64Array.from(plan.segments) }, pulseIndex);
    expect(strength).toBe(shown);
  }
});

test("what is stopped stays stopped until it is started again", async () => {
  await open(document("one", { lasts: { until: "next" } }, {}));
  start("one");
  await room.pass(6);
  const stopped = room.group.stopAll(() => undefined);
  room.desk.halt();
  await room.pass(0.5);
  await stopped;
  const at = room.clock.nowMicros();
  await room.pass(20);
  expect(room.state?.state).toBe("stopped");
  expect(room.bands[0]?.felt.filter((t) => t > at)).toEqual([]);
  expect(room.desk.resume()).toBe(true);
  await room.pass(6);
  expect(room.state).toMatchObject({ state: "running", step: 0 });
});
