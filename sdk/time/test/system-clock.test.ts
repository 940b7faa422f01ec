import { sessionMicros } from "@entrain/protocol";
import { expect, test } from "vitest";
import { systemClock } from "../src/index.ts";

test("the clock of systemClock's docstring", () => {
  const clock = systemClock({
    nowMillis: () => performance.now(),
    setTimeout: (callback, millis) => setTimeout(callback, millis),
    clearTimeout: (handle) => {
      clearTimeout(handle);
    },
  });
  expect(clock.nowMicros()).toBeGreaterThanOrEqual(0);
});

/** Timers of a platform that fire when told to, and the waits that they were asked for. */
const platform = () => {
  const asked: number[] = [];
  const state = { millis: 5, due: undefined as (() => void) | undefined };
  const clock = systemClock({
    nowMillis: () => state.millis,
    setTimeout: (callback, wait) => {
      state.due = callback;
      return asked.push(wait);
    },
    clearTimeout: () => (state.due = undefined),
  });
  return { asked, state, clock };
};

test("a fraction of a millisecond is waited for, never cut", () => {
  const { asked, clock } = platform();
  clock.at(sessionMicros(5_001), () => undefined);
  clock.at(sessionMicros(-7), () => undefined);
  expect(asked).toEqual([1, 0]);
});

test("a wait longer than a platform's timers is made of several, and can still be cancelled", () => {
  const { asked, clock, state } = platform();
  let fired = false;
  const cancel = clock.at(sessionMicros(3e9 * 1_000), () => (fired = true));
  state.millis = 2 ** 31;
  state.due?.();
  expect(asked).toEqual([2 ** 31 - 1, 3e9 - 2 ** 31]);
  expect(fired).toBe(false);
  cancel();
  expect(state.due).toBeUndefined();
});
