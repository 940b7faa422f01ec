import { sessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { BandGroup, type StopProgress } from "../src/index.ts";
import { pass, planNumbered, readyTable } from "./table.ts";

const layGroup = async (names: readonly string[] = ["Ada", "Ben", "Chen"]) => {
  const clock = new VirtualClock();
  const tables = [];
  for (const name of names) tables.push(await readyTable(name, clock));
  const group = new BandGroup(tables.map(({ band }) => band));
  return { clock, devices: tables.map(({ device }) => device), bands: tables.map(({ band }) => band), group };
};

/** Stops every motor of a group, keeping what was said of it and whether it is over. */
const stopped = (group: BandGroup) => {
  const said: string[] = [];
  const state = { said, isDone: false };
  const tell = ({ unconfirmed }: StopProgress): void => {
    said.push(unconfirmed.join(" "));
  };
  void group.stopAll(tell).then(() => (state.isDone = true));
  return state;
};

test("who has not confirmed is told at once, and name by name until there is none", async () => {
  const { clock, devices, group } = await layGroup();
  devices[0]?.deafTo.set("stopAll", 2);
  devices[2]?.deafTo.set("stopAll", 1);
  const stop = stopped(group);
  expect(stop.said).toEqual(["Ada Ben Chen"]);
  await pass(clock, 1);
  expect(stop).toEqual({ said: ["Ada Ben Chen", "Ada Chen", "Ada", ""], isDone: true });
});

test("two bands of one name are two bands", async () => {
  const { clock, devices, group } = await layGroup(["Ada", "Ada"]);
  devices[1]?.deafTo.set("stopAll", Infinity);
  const stop = stopped(group);
  await pass(clock, 1);
  expect(stop).toEqual({ said: ["Ada Ada", "Ada"], isDone: false });
});

test("a band without a signal is named until it is back, and stopped before anything else", async () => {
  const { clock, devices, group } = await layGroup();
  const [, away] = devices;
  if (away === undefined) throw new Error("expected a second band");
  away.isUnplugged = true;
  away.cut();
  const stop = stopped(group);
  await pass(clock, 60);
  expect(stop).toEqual({ said: ["Ada Ben Chen", "Ben Chen", "Ben"], isDone: false });
  away.isUnplugged = false;
  await pass(clock, 3);
  expect(stop.said.at(-1)).toBe("");
  expect(stop.isDone).toBe(true);
});

test("a band that goes away while its stop is under way gets it again", async () => {
  const { clock, devices, group } = await layGroup();
  devices[0]?.deafTo.set("stopAll", 2);
  const stop = stopped(group);
  await pass(clock, 0.1);
  devices[0]?.cut();
  await pass(clock, 4);
  expect(stop).toEqual({ said: ["Ada Ben Chen", "Ada Chen", "Ada", ""], isDone: true });
});

test("what is played after a stop is played after it by a band that was away, too", async () => {
  const { clock, devices, group } = await layGroup();
  const [away] = devices;
  if (away === undefined) throw new Error("expected a band");
  away.isUnplugged = true;
  away.cut();
  stopped(group);
  await Promise.all([group.play(planNumbered(2), sessionMicros(2e9)), pass(clock, 5)]);
  away.isUnplugged = false;
  // The first confirmations are lost on the way: the stop is repeated.
  away.deafTo.set("stopAll", 6);
  await pass(clock, 6);
  const kinds = away.heard.map(({ message }) => message.kind);
  expect(kinds.lastIndexOf("stopAll")).toBeGreaterThan(0);
  expect(kinds.indexOf("plan")).toBeGreaterThan(kinds.lastIndexOf("stopAll"));
});

test("a band that was closed before does not hold it up", async () => {
  const { clock, bands, group } = await layGroup();
  await bands[1]?.close();
  const stop = stopped(group);
  await pass(clock, 1);
  expect(stop.isDone).toBe(true);
});

test.each([
  ["under way", false],
  ["waited for", true],
])("nor does one that is closed while its stop is %s", async (_, isCut) => {
  const { clock, devices, bands, group } = await layGroup();
  devices[1]?.deafTo.set("stopAll", Infinity);
  const stop = stopped(group);
  await pass(clock, 0.4);
  if (isCut && devices[1] !== undefined) {
    devices[1].isUnplugged = true;
    devices[1].cut();
    await pass(clock, 1);
  }
  expect(stop.said.at(-1)).toBe("Ben");
  await bands[1]?.close();
  await pass(clock, 1);
  expect(stop.isDone).toBe(true);
});

test("closing the group leaves nothing behind, a stop that waits included", async () => {
  const { clock, devices, group } = await layGroup();
  for (const device of devices) device.isSilent = true;
  const stop = stopped(group);
  await pass(clock, 1);
  await group.close();
  await pass(clock, 0.01);
  expect(stop.isDone).toBe(true);
  expect(clock.nextDueMicros()).toBeUndefined();
});
