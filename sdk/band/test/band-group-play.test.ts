import { AckResult, bandMicros, sessionMicros, WearerAction } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, test } from "vitest";
import { BandGroup, type GroupEvent } from "../src/index.ts";
import type { ScriptedBand } from "./scripted-band.ts";
import { layTable, pass, planNumbered, readyTable } from "./table.ts";

const FROM = sessionMicros(2e9);

const layGroup = async () => {
  const clock = new VirtualClock();
  const tables = [await readyTable("Ada", clock), await readyTable("Ben", clock)] as const;
  return { clock, tables, group: new BandGroup(tables.map(({ band }) => band)) };
};

/** What of plans and starts a band was sent, by revision. */
const sentTo = (device: ScriptedBand): readonly string[] =>
  device.heard.flatMap(({ message }) =>
    message.kind === "plan" || message.kind === "start" ? [`${message.kind} ${String(message.revision)}`] : [],
  );

test("a plan reaches every band, and its start is the same moment for all", async () => {
  const { clock, tables, group } = await layGroup();
  const played = group.play(planNumbered(1), FROM);
  await pass(clock, 0.1);
  await played;
  for (const { device } of tables) {
    expect(sentTo(device)).toEqual(["plan 1", "start 1"]);
    expect(device.all("start")[0]?.message.fromMicros).toBe(FROM);
  }
});

test("an empty group plays, stops and closes without complaint", async () => {
  const group = new BandGroup([]);
  await group.play(planNumbered(1), FROM);
  const progress: string[][] = [];
  await group.stopAll(({ unconfirmed }) => progress.push([...unconfirmed]));
  await group.close();
  expect(progress).toEqual([[]]);
});

test("a band that refuses, and one that does not answer, hold up nobody for ever", async () => {
  const { clock, tables, group } = await layGroup();
  tables[0].device.results.set("plan", AckResult.withheld);
  tables[1].device.deafTo.set("start", Infinity);
  const played = group.play(planNumbered(1), FROM);
  await pass(clock, 3);
  await played;
  expect(sentTo(tables[0].device)).toEqual(["plan 1"]);
});

describe("the running plan is given to a band", () => {
  test("that is ready only later", async () => {
    const { clock, tables } = await layGroup();
    const late = layTable("Chen", clock);
    const group = new BandGroup([tables[0].band, late.band]);
    await Promise.all([group.play(planNumbered(1), FROM), pass(clock, 1)]);
    expect(sentTo(late.device)).toEqual([]);
    void late.band.connect();
    await pass(clock, 1);
    expect(sentTo(late.device)).toEqual(["plan 1", "start 1"]);
  });

  test("that was away: the plan of now, not the one that it knew", async () => {
    const { clock, tables, group } = await layGroup();
    const { device } = tables[1];
    await Promise.all([group.play(planNumbered(1), FROM), pass(clock, 0.1)]);
    device.isUnplugged = true;
    device.cut();
    await Promise.all([group.play(planNumbered(2), FROM), pass(clock, 5)]);
    device.isUnplugged = false;
    await pass(clock, 3);
    expect(sentTo(device)).toEqual(["plan 1", "start 1", "plan 2", "start 2"]);
    expect(sentTo(tables[0].device)).toEqual(["plan 1", "start 1", "plan 2", "start 2"]);
  });

  test("that its wearer had stopped, once its wearer resumes it", async () => {
    const { clock, tables, group } = await layGroup();
    const { device } = tables[0];
    const wearer = (event: number): void => {
      device.send({ kind: "wearerEvent", tMicros: bandMicros(0), event, wearerCap: 255 });
    };
    device.results.set("start", AckResult.stoppedByWearer);
    wearer(WearerAction.stop);
    await Promise.all([group.play(planNumbered(1), FROM), pass(clock, 5)]);
    expect(sentTo(device)).toEqual(["plan 1", "start 1"]);
    device.results.clear();
    wearer(WearerAction.resume);
    await pass(clock, 1);
    expect(sentTo(device)).toEqual(["plan 1", "start 1", "plan 1", "start 1"]);
  });

  test("but not after a stop", async () => {
    const { clock, tables, group } = await layGroup();
    const { device } = tables[0];
    await Promise.all([group.play(planNumbered(1), FROM), pass(clock, 0.1)]);
    await Promise.all([group.stopAll(() => undefined), pass(clock, 0.1)]);
    device.cut();
    await pass(clock, 3);
    device.send({ kind: "wearerEvent", tMicros: bandMicros(0), event: WearerAction.resume, wearerCap: 255 });
    await pass(clock, 1);
    expect(sentTo(device)).toEqual(["plan 1", "start 1"]);
  });
});

test("a plan that was replaced while it was under way is not started", async () => {
  const { clock, tables, group } = await layGroup();
  const [{ device }] = tables;
  device.deafTo.set("plan", 2);
  const played = [group.play(planNumbered(1), FROM), group.play(planNumbered(2), FROM)];
  await pass(clock, 2);
  await Promise.all(played);
  expect(sentTo(device).filter((each) => each.startsWith("start"))).toEqual(["start 2"]);
});

test("events name the band that they came from", async () => {
  const { clock, tables, group } = await layGroup();
  const heard: GroupEvent[] = [];
  const stop = group.on((event) => heard.push(event));
  tables[1].device.send({ kind: "error", tMicros: bandMicros(0), detail: 1, code: 2 });
  await pass(clock, 0.01);
  stop();
  tables[0].device.send({ kind: "error", tMicros: bandMicros(0), detail: 1, code: 2 });
  await pass(clock, 0.01);
  expect(heard).toEqual([{ member: 1, event: { kind: "error", code: 2, detail: 1 } }]);
});

describe("a plan a member", () => {
  test("reaches that member alone, and whoever has none goes on as before", async () => {
    const { clock, tables, group } = await layGroup();
    await Promise.all([group.play(planNumbered(1), FROM), pass(clock, 0.1)]);
    await Promise.all([group.playEach([undefined, planNumbered(2)], FROM), pass(clock, 0.1)]);
    expect(sentTo(tables[0].device)).toEqual(["plan 1", "start 1"]);
    expect(sentTo(tables[1].device)).toEqual(["plan 1", "start 1", "plan 2", "start 2"]);
  });

  test("is what its band gets when it comes back", async () => {
    const { clock, tables, group } = await layGroup();
    await Promise.all([group.playEach([planNumbered(1), { ...planNumbered(1), strength: 9 }], FROM), pass(clock, 0.1)]);
    tables[1].device.cut();
    await pass(clock, 3);
    expect(tables.map(({ device }) => device.all("plan").at(-1)?.message.strength)).toEqual([200, 9]);
    expect(sentTo(tables[1].device)).toEqual(["plan 1", "start 1", "plan 1", "start 1"]);
  });

  test("ends with a rest, after which nobody is given it any more", async () => {
    const { clock, tables, group } = await layGroup();
    const [{ device }] = tables;
    await Promise.all([group.play(planNumbered(1), FROM), pass(clock, 0.1)]);
    await Promise.all([group.rest(2_000), pass(clock, 0.1)]);
    device.cut();
    await pass(clock, 3);
    expect(device.all("stop").map(({ message }) => message.fadeMillis)).toEqual([2_000]);
    expect(sentTo(device)).toEqual(["plan 1", "start 1"]);
  });
});
