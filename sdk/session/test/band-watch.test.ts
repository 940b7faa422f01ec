import { type Band, type BandEvent, type BandLinkState, FrameBand } from "@entrain/band";
import { bandMicros, BandState, type MessageOf } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, test } from "vitest";
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

/** A band that is in a state, and said of itself what its hello says. */
const watched = (linkState: BandLinkState, helloState?: number) => {
  const openLink = () => Promise.reject(new Error("no link"));
  const silent = new FrameBand({ name: "Ada", scheduler: new VirtualClock(), openLink });
  const info = helloState === undefined ? undefined : { boardId: "xiao-sense", state: helloState };
  const band = Object.create(silent, { state: { value: linkState }, info: { value: info } }) as Band;
  return new BandWatch(band, 0);
};

describe("who rests by their own wish", () => {
  test("is known from a health report, when the act itself was never heard", () => {
    const watch = watched("ready", BandState.resting);
    watch.take(healthOf({ state: BandState.stoppedByWearer }));
    expect(watch.view(true)).toMatchObject({ restedByWearer: true, status: "resting" });
    watch.take(healthOf({ state: BandState.playing }));
    expect(watch.view(true)).toMatchObject({ restedByWearer: false, status: "playing" });
  });

  test("is known from the hello of a band that was stopped before", () => {
    const watch = watched("ready", BandState.stoppedByWearer);
    watch.take({ kind: "state", state: "measuring" });
    expect(watch.view(true)).toMatchObject({ restedByWearer: true, status: "resting" });
  });

  test("dimming or tapping is no resting", () => {
    const watch = watched("ready", BandState.playing);
    for (const action of ["dim", "tap"] as const) watch.take({ kind: "wearer", action, wearerCap: 100 });
    expect(watch.view(true).restedByWearer).toBe(false);
  });
});

test.each([
  [0, 0],
  [100, 100],
  [255, undefined],
])("a battery report of %i is shown as %s", (batteryPercent, shown) => {
  const watch = watched("ready", BandState.playing);
  watch.take(healthOf({ batteryPercent }));
  expect(watch.view(false).batteryPercent).toBe(shown);
});

test.each([
  ["connecting", "connecting"],
  ["measuring", "connecting"],
  ["no-signal", "no-signal"],
  ["closed", "no-signal"],
  ["ready", "playing"],
] as const)("a band that is %s while a plan runs is shown as %s", (state, shown) => {
  expect(watched(state).view(true).status).toBe(shown);
});
