import { expect, test } from "vitest";
import { GUIDE, guideAfter, type GuideStep } from "../src/way/guide.ts";
import { viewWith } from "./views.ts";

test("the guide goes on with what is done, step by step, and never back", () => {
  const begun = viewWith({ playing: true });
  const pacer = { bpm: 72, beatsPerBar: 4 };
  const exercise = { name: "sway", state: "running" } as never;
  const views = [
    begun,
    viewWith({ playing: true, tMicros: begun.tMicros + 31e6 }),
    viewWith({ playing: true, stop: { state: "waiting", unconfirmed: ["Ada"] } }),
    viewWith({ stop: { state: "confirmed", unconfirmed: [] } }),
    viewWith({ playing: true }),
    viewWith({ playing: true, pacer }),
    viewWith({ playing: true, pacer, exercise }),
    viewWith({ pacer }),
    viewWith({ pacer }),
  ];
  const seen: GuideStep[] = [];
  let step: GuideStep = GUIDE[0];
  for (const view of views) seen.push((step = guideAfter(step, view, begun)));
  expect(seen).toEqual(["feel", "stop", "stop", "start", "tempo", "exercise", "end", "reflect", "reflect"]);
});
