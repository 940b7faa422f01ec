import { sessionMicros } from "@entrain/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { every } from "../src/index.ts";
import { VIRTUAL_START_MICROS, VirtualClock } from "../src/testing/index.ts";

const after = (micros: number) => sessionMicros(VIRTUAL_START_MICROS + micros);

describe("virtual clock", () => {
  test("the example of the docstring", () => {
    const clock = new VirtualClock();
    const seen: number[] = [];
    clock.at(after(250), () => seen.push(clock.nowMicros() - VIRTUAL_START_MICROS));
    clock.advanceBy(1_000);
    expect(seen).toEqual([250]);
    expect(clock.nowMicros()).toBe(after(1_000));
  });

  test("timers fire in order of time, then of asking, each at its own time", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (times) => {
        const clock = new VirtualClock();
        const fired: [number, number][] = [];
        times.forEach((t, order) =>
          clock.at(after(t), () => fired.push([clock.nowMicros() - VIRTUAL_START_MICROS, order])),
        );
        clock.advanceBy(100);
        const expected = times.map((t, order): [number, number] => [t, order]).sort(([a, i], [b, j]) => a - b || i - j);
        expect(fired).toEqual(expected);
      }),
    );
  });

  test("a cancelled timer never fires, not even when cancelled by one due at the same time", () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    clock.at(after(10), () => cancel());
    const cancel = clock.at(after(10), () => fired.push("late"));
    clock.advanceBy(20);
    expect(fired).toEqual([]);
    expect(clock.nextDueMicros()).toBeUndefined();
  });

  test("a timer in the past fires now, but not before `at` returns", () => {
    const clock = new VirtualClock();
    let fired = false;
    clock.at(sessionMicros(0), () => (fired = true));
    expect(fired).toBe(false);
    clock.advanceBy(0);
    expect(fired).toBe(true);
  });

  test("draining lets promises set timers before time moves on", async () => {
    const clock = new VirtualClock();
    const seen: number[] = [];
    clock.at(
      after(10),
      () =>
        void Promise.resolve().then(() =>
          clock.at(after(20), () => seen.push(clock.nowMicros() - VIRTUAL_START_MICROS)),
        ),
    );
    await clock.advanceToDrained(after(100), () => new Promise((resolve) => setImmediate(resolve)));
    expect(seen).toEqual([20]);
  });
});

describe("every", () => {
  test("keeps to its grid and skips what fell due in a stall", () => {
    const clock = new VirtualClock();
    const due: number[] = [];
    const stop = every(clock, 100, (t) => {
      due.push(t - VIRTUAL_START_MICROS);
      // The third call takes as long as two and a half periods.
      if (due.length === 3) clock.advanceBy(250);
      if (due.length === 5) stop();
    });
    clock.advanceBy(2_000);
    expect(due).toEqual([100, 200, 300, 600, 700]);
  });
});
