import { expect, test } from "vitest";
import type { ExerciseDocument } from "@entrain/pacing";
import { readEntries } from "@entrain/recording";
import { DEMO_CAST } from "@entrain/simulator";
import { command, openRoom, readyRoom, type Room } from "../room.ts";

const step = (title: string, bpm: number) =>
  ({
    title,
    lasts: { until: "next" },
    tempo: { source: "fixed", bpm },
    roles: [{ who: "everyone", plays: "pattern" }],
    score: "with-the-pulse",
  }) as const;

const EXERCISE: ExerciseDocument = {
  format: 1,
  name: "by-hand",
  title: "By hand",
  purpose: "To be led from a band.",
  suitability: [],
  steps: [
    step("First", 100),
    step("Second", 80),
    {
      ...step("Mirror", 80),
      tempo: { source: "none" },
      roles: [{ who: "pair-second", plays: "mirror", of: "partner" }],
    },
  ],
  ending: { fadeSeconds: 2 },
};

const FACILITATOR = "Ada";
const DOWN_SECONDS = 0.12;

/** A short press, and what is left of a beat of presses. */
const press = async (room: Room, everySeconds = 0.4): Promise<void> => {
  room.bandOf(FACILITATOR).button(true);
  await room.pass(DOWN_SECONDS);
  room.bandOf(FACILITATOR).button(false);
  await room.pass(everySeconds - DOWN_SECONDS);
};
const presses = async (room: Room, count: number, everySeconds?: number): Promise<void> => {
  for (let i = 0; i < count; i++) await press(room, everySeconds);
  await room.pass(2);
};
const hold = async (room: Room): Promise<void> => {
  room.bandOf(FACILITATOR).button(true);
  await room.pass(2.2);
  room.bandOf(FACILITATOR).button(false);
  await room.pass(0.3);
};
const motorsOn = (room: Room, sinceMicros: number): number =>
  room.world.bands.filter(({ drivenSpans }) => drivenSpans.some(({ onMicros }) => onMicros > sinceMicros)).length;
const stands = (room: Room): string => {
  const { exercise } = room.session.view();
  return `${exercise?.state ?? "?"} ${exercise?.now.title ?? ""}`;
};

test("a whole session is led by presses of one band", async () => {
  const room = await readyRoom({ cast: DEMO_CAST.slice(0, 2), exercises: [EXERCISE], facilitator: 0 });
  for (const member of [0, 1])
    for (const use of ["felt-by-others", "feel-others"] as const)
      await room.session.command({ kind: "consent", member, use, given: true });
  // What `entrain run --exercise` does by itself; from here on nobody touches the computer.
  await command(room, { kind: "exercise", act: "start", name: EXERCISE.name });
  await room.pass(4);
  expect(stands(room)).toBe("running First");
  expect(motorsOn(room, room.clock.nowMicros() - 1e6)).toBe(2);

  // Any press stops everybody.
  const tPressed = room.clock.nowMicros();
  await presses(room, 1);
  expect(stands(room)).toBe("stopped First");
  expect(room.session.view().stop.state).toBe("confirmed");
  expect(motorsOn(room, tPressed + 250_000)).toBe(0);

  // Four: the moment of the stop is marked. A hold goes on.
  await presses(room, 4);
  await hold(room);
  await room.pass(4);
  expect(stands(room)).toBe("running First");
  expect(motorsOn(room, room.clock.nowMicros() - 2e6)).toBe(2);

  // Three: the next step, with the hold.
  await presses(room, 1);
  await presses(room, 3);
  expect(stands(room)).toBe("stopped Second");
  await hold(room);
  await room.pass(4);
  expect(stands(room)).toBe("running Second");

  // Five and more, in time: that tempo.
  await presses(room, 1);
  await presses(room, 6, 0.5);
  await hold(room);
  await room.pass(8);
  const felt = room.bandOf("Ben").felt.slice(-5);
  const gaps = felt.slice(1).map((t, i) => t - (felt[i] ?? 0));
  for (const gap of gaps) expect(Math.abs(gap - 500_000)).toBeLessThan(15_000);

  // Three presses and the hold in one go do the same as with a pause between them: no rhythm of one's own stays.
  await presses(room, 1);
  for (let i = 0; i < 3; i++) await press(room);
  await hold(room);
  await room.pass(6);
  expect(stands(room)).toBe("running Mirror");
  expect(room.session.view().mirror?.routes).toMatchObject([{ leader: 0, follower: 1 }]);
  expect(room.session.view().mirror?.routes[0]?.played).toBeGreaterThan(2);

  await presses(room, 1);
  const tEnd = room.clock.nowMicros();
  await room.pass(5);
  expect(motorsOn(room, tEnd)).toBe(0);
  await room.close();
  const markers: (string | undefined)[] = [];
  for await (const batch of readEntries(room.file, () => undefined))
    for (const { entry } of batch) if (entry.kind === "marker") markers.push(entry.label);
  expect(markers).toEqual([expect.stringMatching(/^facilitator, \d+ s ago$/)]);
}, 240_000);

test("somebody's own stop is felt softly by the facilitator, and by nobody else", async () => {
  const room = await readyRoom({ facilitator: 0 });
  await room.pass(1);
  const before = room.world.bands.map(({ drivenSpans }) => drivenSpans.length);
  room.bandOf("Ben").button(true);
  await room.pass(0.1);
  room.bandOf("Ben").button(false);
  await room.pass(1);
  const added = room.world.bands.map(({ drivenSpans }, i) => drivenSpans.slice(before[i]));
  expect(added.map((spans) => spans.some(({ level }) => level > 0))).toEqual([true, false, false]);
  await room.close();
}, 60_000);

test("without a facilitator a wearer's press stops their own band alone", async () => {
  const room = openRoom();
  const connected = Promise.all(room.group.bands.map((band) => band.connect()));
  await room.pass(3);
  await connected;
  await command(room, { kind: "start" });
  await room.pass(4);
  await presses(room, 1);
  expect(room.session.view().playing).toBe(true);
  await room.close();
}, 60_000);
