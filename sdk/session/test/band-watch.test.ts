import { type Band, type BandEvent, type BandLinkState, FrameBand } from "@entrain/band";
import { bandMicros, BandState, type MessageOf } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { BandWatch } from "../src/band-watch.ts";

const healthOf = (change: Partial<MessageOf<"health">>): BandEvent => ({
  kind: "health",
  health: {
    kind: "health",
    tMicros: bandMicros(0),
    framesGood: 1,
    framesBad: 0,
    pulsesWithheld: 0,
    samplesDropped: 0,
    freeVariables: 900,
    worstLatenessMicros: 0,
    batteryPercent: 50,
    state: BandState.resting,
    ...change,
  },
});

/** A band that is in a state. */
const watched = (linkState: BandLinkState) => {
  const openLink = () => Promise.reject(new Error("no link"));
  const silent = new FrameBand({ name: "Ada", scheduler: new VirtualClock(), openLink });
  const band = Object.create(silent, { state: { value: linkState } }) as Band;
  return new BandWatch(band, 0);
};

test("somebody who rests by their own wish is shown as resting while a plan runs", () => {
  const watch = watched("ready");
  expect(watch.view(true, true)).toMatchObject({ restedByWearer: true, status: "resting" });
  expect(watch.view(true, false)).toMatchObject({ restedByWearer: false, status: "playing" });
});

test.each([
  [0, 0],
  [100, 100],
  [255, undefined],
])("a battery report of %i is shown as %s", (batteryPercent, shown) => {
  const watch = watched("ready");
  watch.take(healthOf({ batteryPercent }));
  expect(watch.view(false, false).batteryPercent).toBe(shown);
});

test.each([
  ["connecting", "connecting"],
  ["measuring", "connecting"],
  ["no-signal", "no-signal"],
  ["closed", "no-signal"],
  ["ready", "playing"],
] as const)("a band that is %s while a plan runs is shown as %s", (state, shown) => {
  expect(watched(state).view(true, false).status).toBe(shown);
});
