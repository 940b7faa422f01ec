import type { SessionView } from "@entrain/session";
import { expect, test } from "vitest";
import { exerciseWords } from "../src/words/exercise-words.ts";

const viewOf = (change: object): SessionView =>
  ({
    tMicros: 1e6,
    exercise: {
      name: "sway",
      title: "Sway",
      state: "running",
      step: 0,
      steps: 2,
      now: { title: "Side to side", say: "One pulse a side." },
      next: { title: "Slower" },
      endsMicros: 66.2e6,
      score: "none",
      roles: [],
      ...change,
    },
  }) as unknown as SessionView;

test("now, next, and for how long", () => {
  expect(exerciseWords(viewOf({}))).toEqual({
    now: "Sway: Side to side",
    next: "Next: Slower",
    ends: "for 1:06",
    say: "One pulse a side.",
  });
});

test.each([
  [{ endsMicros: undefined }, "until you go on"],
  [{ state: "cue" }, "changing now"],
  [{ state: "wearers" }, "until everyone goes on at their band"],
  [{ endsMicros: 0 }, "for 0:00"],
])("%j ends: %s", (change, words) => {
  expect(exerciseWords(viewOf(change))?.ends).toBe(words);
});

test("after the last step comes the ending, or what was interrupted; after that nothing", () => {
  expect(exerciseWords(viewOf({ next: undefined }))?.next).toBe("Next: the ending");
  expect(exerciseWords(viewOf({ next: undefined, resumes: "Walking" }))?.next).toBe("Next: Walking");
  expect(exerciseWords(viewOf({ next: undefined, state: "ended" }))?.next).toBe("");
  expect(exerciseWords({ ...viewOf({}), exercise: undefined } as unknown as SessionView)).toBeUndefined();
});
