import { openSession, type RecordedSession, sourceOf } from "@entrain/recording";
import { beforeAll, describe, expect, test } from "vitest";
import { checkReplay, ReplaySession, type SessionView } from "../src/index.ts";
import { command, readyRoom, type Room } from "./room.ts";

const pulses = (room: Room, name: string, fromMicros: number): number =>
  room.bandOf(name).drivenSpans.filter(({ onMicros }) => onMicros > fromMicros).length;

describe("what people want of a session", () => {
  let session: RecordedSession;
  let view: SessionView;
  let identical = false;
  const felt: Record<string, number> = {};
  let refused = "";
  let replayed: SessionView | undefined;

  beforeAll(async () => {
    const room = await readyRoom({
      seed: 5,
      windowS: 8,
      people: [{ ratio: "1:2", scored: false }, {}, { strengthPercent: 60 }],
    });
    const names = room.world.bands.map(({ name }) => name);
    room.group.on(({ member, event }) => {
      if (member === 2 && event.kind === "pulse") felt["cap-2"] = Math.max(felt["cap-2"] ?? 0, event.strength);
    });
    await command(room, { kind: "start" });
    await room.pass(10);
    const settledMicros = room.clock.nowMicros();
    await room.pass(12);
    names.forEach((name, k) => (felt[`count-${String(k)}`] = pulses(room, name, settledMicros)));
    await command(room, { kind: "settings", member: 1, settings: { pulses: "off" } });
    await room.pass(4);
    const offMicros = room.clock.nowMicros();
    await room.pass(6);
    felt["off-1"] = pulses(room, names[1] ?? "", offMicros);
    await room.session
      .command({ kind: "settings", member: 2, settings: { strengthPercent: 80 } })
      .catch((error: unknown) => (refused = String(error)));
    view = room.session.view();
    await room.close();
    const source = sourceOf(room.file.bytes.slice());
    session = await openSession(source, "room");
    const check = await checkReplay(source, session);
    identical = check.identical === check.ticks;
    const replay = await ReplaySession.create({ source, session, scheduler: room.clock, speed: Infinity });
    await replay.run();
    replayed = replay.view();
  }, 120_000);

  test("half-time: half the pulses of the others", () => {
    expect(felt["count-0"]).toBe((felt["count-2"] ?? 0) / 2);
  });

  test("a cap holds for motor commands, and nobody in the session raises it", () => {
    expect(felt["cap-2"]).toBeGreaterThan(0);
    expect(felt["cap-2"]).toBeLessThanOrEqual(Math.floor(0.6 * 255));
    expect(refused).toMatch(/expected strengthPercent no less gentle than the person's own, 60, found 80/);
  });

  test("no pulses, from the next bar line at the latest", () => {
    expect(felt["off-1"]).toBe(0);
  });

  test("who is never scored only listens", () => {
    expect(view.reading.members.map(({ reasonCode }) => reasonCode === "listening")).toEqual([true, false, false]);
  });

  test("the file says it, the view shows it, and a replay follows", () => {
    expect(session.counts.settings).toBe(3);
    expect(view.bands.map(({ settings }) => settings)).toEqual([
      { ratio: "1:2", scored: false },
      { pulses: "off" },
      { strengthPercent: 60 },
    ]);
    expect(identical).toBe(true);
    expect(replayed?.bands.map(({ settings }) => settings)).toEqual(view.bands.map(({ settings }) => settings));
  });
});

test("a band that is light only flashes, whatever it was asked for before", async () => {
  const room = await readyRoom({ recorded: false, people: [{ pulses: "light" }] });
  const [first = ""] = room.world.bands.map(({ name }) => name);
  await command(room, { kind: "start" });
  await room.pass(8);
  expect(pulses(room, first, 0)).toBe(0);
  await room.close();
});
