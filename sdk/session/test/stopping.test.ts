import { RESUME_HOLD_MICROS } from "@entrain/protocol";
import { afterEach, describe, expect, test } from "vitest";
import { command, openRoom, readyRoom, type Room, statusOf } from "./room.ts";

const HOLD_S = RESUME_HOLD_MICROS / 1e6;
let room: Room;
afterEach(() => room.close());

const playingRoom = async (): Promise<Room> => {
  const playing = await readyRoom();
  await command(playing, { kind: "start" });
  await playing.pass(8);
  return playing;
};

describe("stop-all", () => {
  test("is in the view as soon as the command has resolved, although nobody has confirmed it yet", async () => {
    room = await playingRoom();
    await room.session.command({ kind: "stop-all" });
    const { playing, stop, pacer, bands } = room.session.view();
    expect({ playing, stop }).toEqual({
      playing: false,
      stop: { state: "waiting", unconfirmed: ["Ada", "Ben", "Chen"] },
    });
    expect(pacer.beat).toBeUndefined();
    expect(bands.map(({ status }) => status)).toEqual(["resting", "resting", "resting"]);
  });

  test("is confirmed when every motor is off, name by name", async () => {
    room = await playingRoom();
    await command(room, { kind: "stop-all" });
    expect(room.session.view().stop).toEqual({ state: "confirmed", unconfirmed: [] });
    expect(room.world.bands.map((band) => band.isMotorDriven)).toEqual([false, false, false]);
    const counts = room.views.filter(({ stop }) => stop.state !== "none").map(({ stop }) => stop.unconfirmed.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const felt = room.world.bands.map((band) => band.felt.length);
    await room.pass(5);
    expect(room.world.bands.map((band) => band.felt.length)).toEqual(felt);
  });

  test("of a room where nothing plays is confirmed as well", async () => {
    room = await readyRoom();
    await command(room, { kind: "stop-all" });
    expect(room.session.view().stop.state).toBe("confirmed");
  });

  test("pressed again while it waits is confirmed only when the last press is", async () => {
    room = await playingRoom();
    const states: string[] = [];
    for (let millis = 0; millis < 400; millis++) {
      if (millis % 7 === 0 && millis < 30) await room.session.command({ kind: "stop-all" });
      await room.pass(0.001);
      states.push(room.session.view().stop.state);
    }
    expect(states.at(-1)).toBe("confirmed");
    expect(states.lastIndexOf("waiting")).toBeLessThan(states.indexOf("confirmed"));
  });

  test("is forgotten by the view at the next start, which plays", async () => {
    room = await playingRoom();
    await command(room, { kind: "stop-all" });
    await command(room, { kind: "start" });
    expect(room.session.view()).toMatchObject({ playing: true, stop: { state: "none", unconfirmed: [] } });
    const felt = room.bandOf("Ada").felt.length;
    await room.pass(8);
    expect(room.bandOf("Ada").felt.length).toBeGreaterThan(felt);
  });

  test("pressed right after start, while the plan is under way, stops what is about to play", async () => {
    room = await readyRoom();
    const started = room.session.command({ kind: "start" });
    await room.pass(0.02);
    await room.session.command({ kind: "stop-all" });
    await room.pass(6);
    await started;
    expect(room.world.bands.map((band) => band.felt.length)).toEqual([0, 0, 0]);
    expect(room.session.view()).toMatchObject({ playing: false, stop: { state: "confirmed" } });
  });
});

describe("a band that is unplugged", () => {
  test("shows no signal, and is named until it is back and has confirmed", async () => {
    room = await playingRoom();
    room.unplug("Ben");
    await room.pass(0.1);
    expect(statusOf(room, "Ben")).toBe("no-signal");
    await command(room, { kind: "stop-all" });
    expect(room.session.view().stop).toEqual({ state: "waiting", unconfirmed: ["Ben"] });
    await room.pass(20);
    expect(room.session.view().stop).toEqual({ state: "waiting", unconfirmed: ["Ben"] });
    room.unplugged.delete("Ben");
    await room.pass(3);
    expect(room.session.view().stop).toEqual({ state: "confirmed", unconfirmed: [] });
    expect(statusOf(room, "Ben")).toBe("resting");
  });

  test("falls in again by itself when it is back", async () => {
    room = await playingRoom();
    room.unplug("Chen");
    await room.pass(4);
    room.unplugged.delete("Chen");
    await room.pass(4);
    expect(statusOf(room, "Chen")).toBe("playing");
    const felt = room.bandOf("Chen").felt.length;
    await room.pass(5);
    expect(room.bandOf("Chen").felt.length).toBeGreaterThan(felt + 5);
  });
});

describe("the wearer's stop", () => {
  const bandView = (name: string) => room.session.view().bands.find((band) => band.name === name);

  test("shows as resting, and no start undoes it", async () => {
    room = await playingRoom();
    const ada = room.bandOf("Ada");
    ada.button(true);
    await room.pass(0.3);
    ada.button(false);
    expect(bandView("Ada")).toMatchObject({ restedByWearer: true, status: "resting" });
    expect(statusOf(room, "Ben")).toBe("playing");
    const felt = ada.felt.length;
    await command(room, { kind: "stop-all" });
    await command(room, { kind: "start" });
    await command(room, { kind: "tempo", bpm: 120 });
    await room.pass(12);
    expect(bandView("Ada")).toMatchObject({ restedByWearer: true, status: "resting" });
    expect(ada.felt.length).toBe(felt);
  });

  test("is taken back on the band, which then plays what the others play", async () => {
    room = await playingRoom();
    const ada = room.bandOf("Ada");
    ada.button(true);
    ada.button(false);
    await command(room, { kind: "tempo", bpm: 120 });
    ada.button(true);
    await room.pass(HOLD_S + 0.5);
    ada.button(false);
    expect(bandView("Ada")).toMatchObject({ restedByWearer: false, status: "playing" });
    await room.pass(10);
    const felt = ada.felt.slice(-5);
    expect(((felt.at(-1) ?? NaN) - (felt[0] ?? NaN)) / 4 / 1e6).toBeCloseTo(0.5, 2);
  });

  test("while the band is away is known when it is back", async () => {
    room = await playingRoom();
    room.unplug("Ada");
    await room.pass(1);
    room.bandOf("Ada").button(true);
    await room.pass(0.2);
    room.bandOf("Ada").button(false);
    room.unplugged.delete("Ada");
    await room.pass(3);
    expect(bandView("Ada")).toMatchObject({ restedByWearer: true, status: "resting" });
  });

  test("before the session began is known as soon as the band is met", async () => {
    room = openRoom();
    await room.pass(1);
    room.bandOf("Ada").button(true);
    room.bandOf("Ada").button(false);
    void Promise.all(room.group.bands.map((band) => band.connect()));
    await room.pass(0.1);
    expect(bandView("Ada")).toMatchObject({ restedByWearer: true });
    expect(bandView("Ben")).toMatchObject({ restedByWearer: false });
    await room.pass(3);
    await command(room, { kind: "start" });
    expect(bandView("Ada")).toMatchObject({ restedByWearer: true, status: "resting" });
  });
});
