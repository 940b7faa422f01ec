import { afterEach, describe, expect, test } from "vitest";
import { command, numbersIn, openRoom, readyRoom, type Room, statusOf } from "./room.ts";

let room: Room;
afterEach(() => room.close());

describe("a tempo out of range", () => {
  test.each([NaN, 0, -90, 3, 241, Infinity])("%d is refused in words, and nothing changes", async (bpm) => {
    room = openRoom();
    await expect(room.session.command({ kind: "tempo", bpm })).rejects.toThrow(
      `expected a tempo of 4 to 240 beats a minute, found ${String(bpm)}`,
    );
    expect(room.session.view()).toMatchObject({ playing: false, pacer: { bpm: 100 } });
  });

  test("leaves a running plan as it was", async () => {
    room = await readyRoom();
    await command(room, { kind: "start" });
    await expect(room.session.command({ kind: "tempo", bpm: 1_000 })).rejects.toThrow("found 1000");
    await room.pass(5);
    expect(room.session.view()).toMatchObject({ playing: true, pacer: { bpm: 100 } });
    expect(room.session.view().reading.pacer?.tempoHz).toBeCloseTo(100 / 60, 6);
  });
});

describe("views", () => {
  test("come 25 times a second, on the session clock", async () => {
    room = openRoom();
    const tStartMicros = room.clock.nowMicros();
    await room.pass(4);
    expect(room.views.map(({ tMicros }) => tMicros - tStartMicros)).toEqual(
      Array.from({ length: 100 }, (_, i) => (i + 1) * 40_000),
    );
  });

  test("are plain data without a NaN: before anybody is there, and all through a session with its mishaps", async () => {
    room = openRoom();
    await room.pass(1);
    const connected = Promise.all(room.group.bands.map((band) => band.connect()));
    await room.pass(3);
    await connected;
    await command(room, { kind: "start" });
    await room.pass(8);
    room.unplug("Ada");
    room.bandOf("Ben").button(true);
    await room.pass(4);
    await command(room, { kind: "stop-all" });
    await room.pass(1);
    expect(room.views.length).toBeGreaterThan(400);
    expect(numbersIn(room.views).filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(JSON.parse(JSON.stringify(room.views))).toEqual(room.views);
  });

  test("a subscriber that leaves hears no more, and none after the session has ended", async () => {
    room = openRoom();
    let heard = 0;
    const leave = room.session.subscribe(() => heard++);
    await room.pass(1);
    leave();
    await room.pass(1);
    expect(heard).toBe(25);
    room.session.close();
    await room.pass(1);
    expect(room.views).toHaveLength(50);
  });

  test("leave out a battery that the band does not know, and a clock that is not known", () => {
    room = openRoom();
    const [band] = room.session.view().bands;
    expect(band).toEqual({
      member: 0,
      name: "Ada",
      board: "",
      status: "connecting",
      restedByWearer: false,
      framesBad: 0,
    });
  });
});

test("after a start every band plays, and every wearer feels it", async () => {
  room = await readyRoom();
  expect(room.session.view().bands.map(({ status }) => status)).toEqual(["resting", "resting", "resting"]);
  await command(room, { kind: "start" });
  const { bands, playing, stop } = room.session.view();
  expect(playing).toBe(true);
  expect(bands.map(({ status }) => status)).toEqual(["playing", "playing", "playing"]);
  expect(stop).toEqual({ state: "none", unconfirmed: [] });
  await room.pass(9);
  for (const { felt } of room.world.bands) expect(felt.length).toBeGreaterThan(8);
  expect(bands.map(({ board }) => board)).toEqual(["xiao-sense", "xiao-sense", "banglejs2"]);
});

test("a second start changes nothing", async () => {
  room = await readyRoom();
  await command(room, { kind: "start" });
  await room.pass(4);
  const before = room.session.view().pacer.beat ?? NaN;
  await command(room, { kind: "start" });
  expect((room.session.view().pacer.beat ?? NaN) - before).toBeCloseTo((0.5 * 100) / 60, 6);
});

test("a new tempo is felt from a bar line on", async () => {
  room = await readyRoom();
  await command(room, { kind: "start" });
  await room.pass(8);
  await command(room, { kind: "tempo", bpm: 75 });
  await room.pass(12);
  const felt = room.bandOf("Ada").felt.slice(-6);
  const intervals = felt.slice(1).map((t, i) => t - (felt[i] ?? NaN));
  // One motor's spin-up differs from pulse to pulse with its strength.
  for (const interval of intervals) expect(Math.abs(interval - 800_000)).toBeLessThan(20_000);
});

test("a tempo while nothing plays is that of the next start", async () => {
  room = await readyRoom();
  await command(room, { kind: "tempo", bpm: 60 });
  expect(room.session.view()).toMatchObject({ playing: false, pacer: { bpm: 60 } });
  await command(room, { kind: "start" });
  await room.pass(4);
  expect(room.session.view().reading.pacer?.tempoHz).toBeCloseTo(1, 6);
  expect(statusOf(room, "Ada")).toBe("playing");
});
