import { openSession, readEntries, sourceOf } from "@entrain/recording";
import { beforeAll, expect, test } from "vitest";
import { checkReplay, type ReplayCheck, Replayer, type SessionView } from "../src/index.ts";
import { hurried, SHIPPED } from "./exercise-room.ts";
import { command, readyRoom } from "./room.ts";

let views: readonly SessionView[];
let bytes: Uint8Array;
let check: ReplayCheck;

/** A walk that is interrupted by a breath, goes on, ends; then a steady beat that is interrupted, and a stop. */
beforeAll(async () => {
  const room = await readyRoom({ seed: 5, windowS: 8, exercises: SHIPPED.map((each) => hurried(each, 6)) });
  await command(room, { kind: "exercise", act: "start", name: "walking-together" });
  await room.pass(12);
  await command(room, { kind: "exercise", act: "interrupt", name: "one-minute-breath" });
  await room.pass(60);
  await command(room, { kind: "start" });
  await room.pass(3);
  await command(room, { kind: "exercise", act: "interrupt", name: "one-minute-breath" });
  await room.pass(8);
  await command(room, { kind: "stop-all" });
  await room.pass(1);
  await room.close();
  ({ views } = room);
  bytes = room.file.bytes.slice();
  check = await checkReplay(sourceOf(bytes), await openSession(sourceOf(bytes), "room"));
}, 180_000);

test("every reading of it comes out the same to the last bit", () => {
  expect(check.ticks).toBeGreaterThan(1_500);
  expect(check).toMatchObject({ identical: check.ticks, largestDifference: 0 });
});

test("a replay shows the same now, next and end at the same times", async () => {
  const { config } = await openSession(sourceOf(bytes), "room");
  const replayer = await Replayer.create(config);
  const shown: unknown[] = [];
  for await (const batch of readEntries(sourceOf(bytes), () => undefined))
    for (const { entry } of batch) {
      replayer.take(entry);
      if (entry.kind === "tick") shown.push([replayer.exercise, replayer.pacer.beatAt(entry.tMicros)]);
    }
  const seen = views.map(({ exercise, pacer }) => [exercise, pacer.beat]);
  expect(JSON.stringify(shown)).toBe(JSON.stringify(seen));
}, 60_000);

test("every view of a step says what is now, what is next, and when it ends", () => {
  const steps = views.flatMap(({ exercise, tMicros }) => (exercise === undefined ? [] : [{ exercise, tMicros }]));
  expect(steps.length).toBeGreaterThan(1_000);
  for (const { exercise, tMicros } of steps) {
    expect(exercise.now.title.length).toBeGreaterThan(0);
    if (exercise.state === "running") expect(exercise.endsMicros ?? 0).toBeGreaterThan(tMicros);
  }
});

test("where nothing is scored nobody is, and afterwards everybody who wants to be is again", () => {
  const scored = (view: SessionView | undefined): boolean =>
    view?.reading.members.some(({ reasonCode }) => reasonCode !== "listening") ?? false;
  expect(
    scored(views.findLast(({ exercise }) => exercise?.name === "one-minute-breath" && exercise.state === "cue")),
  ).toBe(false);
  expect(scored(views.findLast(({ exercise }) => exercise?.name === "walking-together"))).toBe(true);
});

test("a steady beat that was interrupted is named as what goes on", () => {
  const resumed = new Set(views.map(({ exercise }) => exercise?.resumes));
  expect([...resumed]).toEqual([undefined, "Walking together", "Steady beat"]);
});

test("STOP ends it there and then", () => {
  const { exercise, playing, stop } = views.at(-1) ?? {};
  expect({ state: exercise?.state, playing, stop: stop?.state }).toEqual({
    state: "stopped",
    playing: false,
    stop: "confirmed",
  });
});
