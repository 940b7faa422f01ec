import { BandState } from "@entrain/protocol";
import { describe, expect, test } from "vitest";
import type { BandEvent, BandInfo } from "../src/index.ts";
import { WearerRest } from "../src/wearer-rest.ts";
import { HELLO } from "./scripted-band.ts";

const STOP: BandEvent = { kind: "wearer", action: "stop", wearerCap: 255 };
const RESUME: BandEvent = { kind: "wearer", action: "resume", wearerCap: 255 };
const MEASURING: BandEvent = { kind: "state", state: "measuring" };
const saying = (state: number): BandInfo => ({ ...HELLO, state });

const after = (...events: readonly (readonly [BandEvent, BandInfo])[]): boolean => {
  const rest = new WearerRest();
  for (const [event, info] of events) rest.take(event, info);
  return rest.isResting;
};

describe("a wearer rests", () => {
  test("after a stop, until a resume", () => {
    expect(after([STOP, saying(BandState.playing)])).toBe(true);
    expect(after([STOP, saying(BandState.playing)], [RESUME, saying(BandState.playing)])).toBe(false);
  });

  test("where the band says so in its hello, when the act itself was never heard", () => {
    expect(after([MEASURING, saying(BandState.stoppedByWearer)])).toBe(true);
  });

  test("still, when the band has started anew and forgotten it", () => {
    expect(after([STOP, saying(BandState.playing)], [MEASURING, saying(BandState.resting)])).toBe(true);
  });

  test("not after dimming or tapping", () => {
    for (const action of ["dim", "tap"] as const)
      expect(after([{ kind: "wearer", action, wearerCap: 100 }, saying(BandState.playing)])).toBe(false);
  });
});
