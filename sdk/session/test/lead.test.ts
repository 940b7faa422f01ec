import type { ExerciseDocument } from "@entrain/pacing";
import { jsonDigest, openSession, readEntries, sourceOf } from "@entrain/recording";
import type { Person } from "@entrain/simulator";
import { beforeAll, expect, test } from "vitest";
import { Replayer } from "../src/index.ts";
import { command, readyRoom, type Room } from "./room.ts";

/** Short, so that the whole way is walked: nothing is felt while it listens, then eight beats a minute slower. */
const FOLLOW_THEN_LEAD: ExerciseDocument = {
  format: 1,
  name: "follow-then-lead",
  title: "Follow, then lead",
  purpose: "To join, to lead, and to let go.",
  suitability: [],
  steps: [
    {
      title: "Follow",
      lasts: { seconds: 40 },
      tempo: { source: "attune", bpm: 90, settings: { listenSeconds: 5, togetherBeats: 4 } },
      roles: [{ who: "everyone", plays: "pattern" }],
      score: "with-each-other",
    },
    {
      title: "Lead",
      lasts: { until: "next" },
      tempo: {
        source: "lead",
        changePercent: -12,
        settings: { togetherBeats: 4, holdSeconds: 4, fadeBars: 2, releaseSeconds: 5 },
      },
      roles: [{ who: "everyone", plays: "pattern" }],
      score: "with-the-pulse",
    },
  ],
  ending: { fadeSeconds: 2 },
};

const cast: readonly Person[] = [
  { name: "Ada", gesture: "drum", manner: "follows" },
  { name: "Ben", gesture: "drum", manner: "follows" },
  { name: "Chen", gesture: "drum", manner: "follows" },
  { name: "Farah", gesture: "drum", manner: "still" },
];

let room: Room;
let file: Uint8Array;
const leads = () =>
  room.views.flatMap(({ lead }, i) => (lead !== undefined && lead !== room.views[i - 1]?.lead ? [lead] : []));

/** Simulated bodies that feel real firmware's pulses, scored as live, led by what was scored. */
beforeAll(async () => {
  room = await readyRoom({ cast, bpm: 104, seed: 7, exercises: [FOLLOW_THEN_LEAD] });
  await command(room, { kind: "exercise", act: "start", name: "follow-then-lead" });
  for (let s = 0; s < 180 && room.session.view().exercise?.state !== "ended"; s += 5) await room.pass(5);
  await room.close();
  file = room.file.bytes.slice();
}, 180_000);

test("the group's own tempo is found before anything is felt, and taken up", () => {
  const attuned = leads().find(({ reason }) => reason === "attuned");
  expect(attuned?.moving).toBe(3);
  // Own tempi of the three lie about 104 with an SD of 12 %.
  expect(attuned?.bpm).toBeGreaterThan(80);
  expect(attuned?.bpm).toBeLessThan(135);
});

test("the group is led to the target in steps that it follows, and its bodies move at that tempo", () => {
  const found = leads();
  const own = found.find(({ reason }) => reason === "joined")?.bpm ?? NaN;
  const reached = found.find(
    ({ reason, phase }) => reason === "target-reached" && phase === "hold" && Math.abs(own) > 0,
  );
  expect(found.filter(({ reason }) => reason === "stays-with-pulse").length).toBeGreaterThan(1);
  expect(reached).toBeDefined();
  expect(found.at(-1)?.bpm).toBeCloseTo(0.88 * own, -0.5);
});

test("each decision stands in the file, as it was seen, with its words", async () => {
  const session = await openSession(sourceOf(file), "room");
  const kept = [];
  for await (const { lead } of session.entries("lead")) kept.push(lead);
  expect(kept).toEqual(leads());
  expect(kept.every(({ words }) => words.length > 10)).toBe(true);
});

test("the pulse fades, goes on unfelt, and what was seen without it is said", () => {
  const last = leads().at(-1);
  expect(last?.phase).toBe("ended");
  expect(["kept-together", "came-apart"]).toContain(last?.reason);
  expect(last?.words).toMatch(/^Without the pulse/);
});

test("a replay follows the decisions to the same numbers", async () => {
  const session = await openSession(sourceOf(file), "room");
  const replayer = await Replayer.create(session.config);
  const seen: unknown[] = [];
  let [ticks, different] = [0, 0];
  for await (const batch of readEntries(sourceOf(file), () => undefined))
    for (const { entry } of batch) {
      const reading = replayer.take(entry);
      if (entry.kind === "tick") ticks++;
      if (entry.kind === "tick" && jsonDigest(reading) !== entry.digest) different++;
      if (replayer.lead !== undefined && replayer.lead !== seen.at(-1)) seen.push(replayer.lead);
    }
  expect(ticks).toBeGreaterThan(1_500);
  expect(different).toBe(0);
  expect(seen).toEqual(leads());
}, 120_000);
