import type { ExerciseDocument, ExerciseStep } from "@entrain/pacing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changedOver, goneOn } from "../src/exercise/change-over.ts";
import { ExerciseRoom } from "./exercise-room.ts";

vi.setConfig({ testTimeout: 30_000 });

const step = (more: Partial<ExerciseStep>): ExerciseStep => ({
  title: "Step",
  lasts: { seconds: 40 },
  tempo: { source: "fixed", bpm: 120 },
  roles: [{ who: "everyone", plays: "pattern" }],
  score: "none",
  ...more,
});
const document = (...steps: readonly ExerciseStep[]): ExerciseDocument => ({
  format: 1,
  name: "it",
  title: "It",
  purpose: "A test.",
  suitability: [],
  steps,
  ending: { fadeSeconds: 4 },
});
const PAIRS = step({
  roles: [
    { who: "pair-first", plays: "pattern" },
    { who: "pair-second", plays: "rest" },
  ],
});
const CAST = { members: 4, groups: 1, leader: 3, isSwapped: false };

describe("who changes places", () => {
  test("pairs among themselves, a leader with the next in the circle, nobody where all do the same", () => {
    expect(changedOver(PAIRS, CAST)).toEqual({ ...CAST, isSwapped: true });
    expect(changedOver({ ...PAIRS, swap: true }, { ...CAST, isSwapped: true })).toEqual(CAST);
    expect(changedOver(step({ roles: [{ who: "leader", plays: "listen" }] }), CAST)).toEqual({ ...CAST, leader: 0 });
    expect(changedOver(step({ tempo: { source: "leader", bpm: 60 } }), CAST)).toEqual({ ...CAST, leader: 0 });
    expect(changedOver(step({}), CAST)).toBeUndefined();
  });

  test("a step goes on at the tempo that it had, without another count-in", () => {
    expect(goneOn(step({ countInBars: 2 }), 96)).toEqual(step({ tempo: { source: "fixed", bpm: 96 } }));
    const breath = step({ tempo: { source: "breath", breathsPerMinute: 6, inhale: 1, exhale: 1 } });
    expect(goneOn(breath, 96)).toEqual(breath);
  });
});

describe("a swap that is asked for", () => {
  let room: ExerciseRoom;
  afterEach(() => room.close());
  const open = async (...steps: readonly ExerciseStep[]): Promise<void> => {
    room = new ExerciseRoom([document(...steps)], 2);
    await room.connect();
    room.desk.command({ kind: "exercise", act: "start", name: "it" });
    await room.pass(8);
  };
  const swap = (): void => room.desk.command({ kind: "exercise", act: "swap" });
  const feltBy = (member: number, seconds: number): number =>
    room.bands[member]?.felt.filter((t) => t > room.clock.nowMicros() - seconds * 1e6).length ?? 0;

  test("comes after the cue, both ways, and takes nothing from the length of the step", async () => {
    await open(PAIRS);
    const endsMicros = room.state?.endsMicros ?? NaN;
    expect([feltBy(0, 2) > 2, feltBy(1, 2)]).toEqual([true, 0]);
    swap();
    await room.pass(3);
    expect(room.states.filter(({ state }) => state.state === "cue")).toHaveLength(1);
    await room.pass(5);
    expect(room.state).toMatchObject({ state: "running", step: 0, roles: ["rest", "pattern"] });
    expect([feltBy(0, 2), feltBy(1, 2) > 2]).toEqual([0, true]);
    // To the nearest bar line.
    expect(Math.abs((room.state?.endsMicros ?? NaN) - endsMicros)).toBeLessThan(2e6);
    swap();
    await room.pass(8);
    expect(room.state).toMatchObject({ state: "running", step: 0, roles: ["pattern", "rest"] });
  });

  test("is refused in words where there is nothing to swap, and in the middle of a change", async () => {
    await open(step({}), PAIRS);
    expect(swap).toThrow("expected a step with pairs or a leader, found one where all do the same");
    room.desk.command({ kind: "exercise", act: "next" });
    await room.pass(8);
    swap();
    for (let i = 0; i < 40 && room.state?.state !== "cue"; i++) await room.pass(0.1);
    expect(swap).toThrow("a change is under way already");
    expect(() => room.desk.command({ kind: "exercise", act: "let-go" })).toThrow(
      "expected a step that attunes or leads, found none under way",
    );
  });

  test("while paused it holds from the moment it goes on", async () => {
    await open(PAIRS);
    room.desk.command({ kind: "exercise", act: "pause" });
    await room.pass(3);
    swap();
    room.desk.command({ kind: "exercise", act: "resume" });
    await room.pass(4);
    expect(room.state).toMatchObject({ state: "running", roles: ["rest", "pattern"] });
  });
});
