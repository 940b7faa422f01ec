import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { groupOf, type Hall, openHall } from "./hall.ts";

/** Pulses felt on a wrist, beside the few that say which band it is. */
const feltBy = (hall: Hall, name: string): number => hall.band(name).felt.length;
const statusOf = (hall: Hall, member: number): string | undefined => hall.view().bands[member]?.status;

/** Simulated bands run the real firmware: minutes of theirs take seconds. */
const TIMEOUT = 60_000;

describe("a group", { timeout: TIMEOUT }, () => {
  let hall: Hall;
  beforeEach(async () => {
    hall = openHall();
    await hall.ask({ kind: "save-group", group: groupOf(3) }, { kind: "open", circle: "group", id: "tuesday" });
    await hall.pass(3);
  });
  afterEach(() => hall.close());

  test("has a place for everybody before anybody has a band, and a stop waits for nobody then", async () => {
    expect(hall.view().bands.map(({ name, status }) => [name, status])).toEqual([
      ["A", "no-signal"],
      ["B", "no-signal"],
      ["C", "no-signal"],
    ]);
    expect(hall.view().way?.found.map(({ state }) => state)).toEqual(["here", "here", "here"]);
    await hall.ask({ kind: "stop-all" });
    expect(hall.view().stop).toEqual({ state: "confirmed", unconfirmed: [] });
  });

  test("a wearer is pulsed once they have said yes on the band, and not before", async () => {
    await hall.ask({ kind: "assign", band: "sim:Ada", member: 0 }, { kind: "assign", band: "sim:Ben", member: 1 });
    await hall.pass(4);
    await hall.ask({ kind: "start" });
    await hall.pass(8);
    expect(statusOf(hall, 0)).toBe("resting");
    expect(hall.view().bands[0]?.awaitsYes).toBe(true);
    expect(feltBy(hall, "Ada") + feltBy(hall, "Ben")).toBe(0);
    await hall.sayYes("Ada");
    await hall.pass(8);
    expect(hall.view().bands[0]?.awaitsYes).toBeUndefined();
    expect(feltBy(hall, "Ada")).toBeGreaterThan(4);
    expect(feltBy(hall, "Ben")).toBe(0);
    // Their word against pulses ends them at once, whatever the band was told.
    const before = feltBy(hall, "Ada");
    await hall.ask({ kind: "consent", member: 0, use: "pulses", given: false });
    await hall.pass(8);
    expect(feltBy(hall, "Ada") - before).toBeLessThan(2);
  });

  test("two change bands by one command; a band that is put aside stops, and is anybody's again", async () => {
    await hall.ask({ kind: "assign", band: "sim:Ada", member: 0 }, { kind: "assign", band: "sim:Ben", member: 1 });
    await hall.pass(4);
    await hall.sayYes("Ada");
    await hall.ask({ kind: "assign", band: "sim:Ada", member: 1 });
    await hall.pass(4);
    const wayOf = (): unknown => hall.view().way?.places.map(({ bandId }) => bandId);
    expect(wayOf()).toEqual(["sim:Ben", "sim:Ada", undefined]);
    // The yes was the person's: it goes with them.
    expect(hall.view().bands.map(({ awaitsYes }) => awaitsYes)).toEqual([undefined, true, true]);
    await hall.ask({ kind: "start" });
    await hall.pass(8);
    expect(feltBy(hall, "Ben")).toBeGreaterThan(3);
    await hall.ask({ kind: "assign", band: "sim:Ben" });
    await hall.pass(1);
    const felt = feltBy(hall, "Ben");
    await hall.pass(5);
    expect(feltBy(hall, "Ben")).toBe(felt);
    expect(wayOf()).toEqual([undefined, "sim:Ada", undefined]);
    await hall.ask({ kind: "identify", band: "sim:Ben" });
    await hall.pass(2);
    expect(feltBy(hall, "Ben")).toBe(felt + 3);
  });

  test("does not go on with what was stopped right before the program was gone", async () => {
    await hall.ask({ kind: "assign", band: "sim:Ada", member: 2 });
    await hall.pass(4);
    await hall.sayYes("Ada");
    // Both are known at once: less than the time between two looks lies between them.
    await hall.ask({ kind: "start" });
    expect(hall.memory.state?.playing).toBe(true);
    await hall.ask({ kind: "stop-all" });
    expect(hall.memory.state?.playing).toBe(false);
    await hall.restart();
    expect(hall.view().playing).toBe(false);
    const felt = feltBy(hall, "Ada");
    await hall.pass(8);
    expect(feltBy(hall, "Ada")).toBe(felt);
  });

  test("goes on after the program was gone: places, yes, tempo, and what played", async () => {
    await hall.ask({ kind: "assign", band: "sim:Ada", member: 2 }, { kind: "tempo", bpm: 80 });
    await hall.pass(4);
    await hall.sayYes("Ada");
    await hall.ask({ kind: "start" });
    await hall.pass(5);
    await hall.restart();
    const { way, bands, pacer, playing, title } = hall.view();
    expect([title, playing, pacer.bpm, way?.resumed]).toEqual(["Tuesday", true, 80, true]);
    expect(way?.places[2]?.bandId).toBe("sim:Ada");
    expect([bands[2]?.status, bands[2]?.awaitsYes]).toEqual(["playing", undefined]);
    const felt = feltBy(hall, "Ada");
    await hall.pass(8);
    expect(feltBy(hall, "Ada")).toBeGreaterThan(felt + 3);
  });

  test("what was open long ago does not come back, and what was closed leaves nothing to go on with", async () => {
    expect(hall.memory.state?.groupId).toBe("tuesday");
    await hall.ask({ kind: "close" });
    expect(hall.memory.state).toBeUndefined();
    expect(hall.view().way).toMatchObject({ last: { circle: "group", done: [], scores: true } });
    expect(hall.view().bands).toEqual([]);
    await expect(hall.ask({ kind: "start" })).rejects.toThrow("expected an open session");
  });
});

test(
  "a class takes bands as they are found, numbers for names, pulses at most half as strong, and beats without any",
  { timeout: TIMEOUT },
  async () => {
    const hall = openHall();
    await hall.ask({ kind: "open", circle: "class" });
    await hall.pass(5);
    const { bands, way } = hall.view();
    expect(bands.slice(0, 4).map(({ name, status }) => [name, status])).toEqual([
      ["1", "resting"],
      ["2", "resting"],
      ["3", "resting"],
      ["4", "no-signal"],
    ]);
    expect(new Set(way?.places.slice(0, 3).map(({ bandId }) => bandId)).size).toBe(3);
    await hall.ask({ kind: "start" });
    await hall.pass(8);
    for (const { felt } of hall.bands) expect(felt.length).toBeGreaterThan(3);
    const { strengthPercent } = hall.view().bands[0]?.settings ?? {};
    expect(strengthPercent).toBe(50);
    await hall.ask({ kind: "stop-all" });
    expect(hall.view().stop.state).toBe("confirmed");
    await hall.close();
    const empty = openHall([]);
    await empty.ask({ kind: "open", circle: "class" }, { kind: "start" });
    await empty.pass(3);
    expect(empty.view().pacer.beat).toBeGreaterThan(0);
    await empty.close();
  },
);
