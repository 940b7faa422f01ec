import { type ExperimentDocument, experimentProblems, layExperiment } from "@entrain/pacing";
import { openSession, sourceOf } from "@entrain/recording";
import type { Person } from "@entrain/simulator";
import { mulberry32 } from "@entrain/synchrony";
import { beforeAll, expect, test } from "vitest";
import { command, readyRoom } from "./room.ts";

const DOCUMENT: ExperimentDocument = {
  format: 1,
  name: "leaders",
  title: "Leaders",
  purpose: "To see who leads whom.",
  restSeconds: 5,
  conditions: {
    live: { stimulus: "live", bpm: 70, seconds: 24 },
    partner: { stimulus: "virtual", bpm: 88, beats: 40, correctionShare: 1 },
    steady: { stimulus: "virtual", bpm: 88, beats: 16 },
  },
  blocks: [{ title: "Main", conditions: ["live", "partner", "steady"], repetitions: 1, order: "as-written" }],
};
const ASKED_BPM = 133;
const OWN_BPM = 100;
const cast: readonly Person[] = [
  { name: "Ada", gesture: "drum", manner: "own-rhythm" },
  { name: "Ben", gesture: "drum", manner: "follows" },
];

/** Beats a minute of the plans sent in each trial, the first as it was laid out. */
const paced = new Map<string, number[]>();

beforeAll(async () => {
  expect(experimentProblems(DOCUMENT, () => undefined)).toEqual([]);
  const exercise = layExperiment({ document: DOCUMENT, seed: 1, random: mulberry32(1), exerciseOf: () => undefined });
  const room = await readyRoom({ cast, bpm: OWN_BPM, seed: 5, exercises: [exercise] });
  await command(room, { kind: "exercise", act: "start", name: exercise.name });
  for (let s = 0; s < 100 && room.session.view().exercise?.state !== "ended"; s++) {
    await room.pass(1);
    // Somebody at the page: a trial stays as it was designed.
    if (s % 10 === 5) await command(room, { kind: "tempo", bpm: ASKED_BPM });
  }
  await room.close();
  const session = await openSession(sourceOf(room.file.bytes.slice()), "room");
  const begins = session.steps.flatMap(({ tMicros, exercise: { trial, state } }) =>
    state === "running" ? [{ tMicros, condition: trial?.condition ?? "" }] : [],
  );
  for await (const { plan, fromMicros } of session.entries("plan")) {
    const at = begins.findLast(({ tMicros }) => tMicros <= fromMicros + 1_000)?.condition ?? "";
    const periodMicros = plan.segments.at(-2) ?? NaN;
    paced.set(at, [...(paced.get(at) ?? []), 60e6 / periodMicros]);
  }
}, 120_000);

test("a live leader's movement becomes the beat of the others", () => {
  const [first, ...later] = paced.get("live") ?? [];
  expect(first).toBeCloseTo(70, 6);
  expect(later.length).toBeGreaterThan(0);
  // A rhythm of one's own is near the room's, and nowhere near what the document begins with.
  for (const bpm of later) expect(Math.abs(bpm / OWN_BPM - 1)).toBeLessThan(0.25);
});

test("a partner corrects towards the person, trial or not", () => {
  const [first, ...later] = paced.get("partner") ?? [];
  expect(first).toBeCloseTo(88, 6);
  expect(later.length).toBeGreaterThan(2);
  expect(Math.max(...later.map((bpm) => Math.abs(bpm / 88 - 1)))).toBeGreaterThan(0.02);
});

test("a tempo that somebody asks for changes no trial", () => {
  expect(paced.get("steady")).toHaveLength(1);
  for (const bpm of [...paced.values()].flat()) expect(Math.abs(bpm - ASKED_BPM)).toBeGreaterThan(1);
});
