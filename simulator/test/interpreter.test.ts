import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { Interpreter } from "../src/band/interpreter.ts";

const create = () => {
  const clock = new VirtualClock();
  const errors: unknown[] = [];
  const interpreter = new Interpreter({ scheduler: clock, onException: (error) => errors.push(error) });
  return { clock, errors, interpreter, tStart: clock.nowMicros() };
};

test("handlers run one at a time, in order, each when the one before has taken its time", () => {
  const { clock, interpreter, tStart } = create();
  const seen: [string, number][] = [];
  for (const name of ["a", "b", "c"])
    interpreter.post(() => {
      interpreter.spend(3_000);
      seen.push([name, interpreter.nowMicros() - tStart]);
    });
  clock.advanceBy(20_000);
  expect(seen).toEqual([
    ["a", 3_000],
    ["b", 6_000],
    ["c", 9_000],
  ]);
  expect(interpreter.busyMicros).toBe(9_000);
});

test("a handler that posts another is finished first", () => {
  const { clock, interpreter } = create();
  const seen: string[] = [];
  interpreter.post(() => {
    interpreter.post(() => seen.push("second"));
    interpreter.spend(1_000);
    seen.push("first");
  });
  clock.advanceBy(2_000);
  expect(seen).toEqual(["first", "second"]);
});

test("what a handler does outside happens when it has got that far", () => {
  const { clock, interpreter, tStart } = create();
  const seen: number[] = [];
  interpreter.post(() => {
    interpreter.outside(() => seen.push(clock.nowMicros() - tStart));
    interpreter.spend(2_000);
    interpreter.outside(() => seen.push(clock.nowMicros() - tStart));
  });
  clock.advanceBy(5_000);
  expect(seen).toEqual([0, 2_000]);
});

test("an exception ends its handler and no other", () => {
  const { clock, errors, interpreter } = create();
  let ran = false;
  interpreter.post(() => {
    throw new Error("on purpose");
  });
  interpreter.post(() => {
    ran = true;
  });
  clock.advanceBy(1_000);
  expect(errors).toHaveLength(1);
  expect(ran).toBe(true);
});

test("while it is stalled nothing runs, afterwards everything in order", () => {
  const { clock, interpreter } = create();
  let stalled = true;
  const seen: number[] = [];
  interpreter.stallWhile(() => stalled);
  for (const i of [1, 2, 3]) interpreter.post(() => seen.push(i));
  clock.advanceBy(50_000);
  expect(seen).toEqual([]);
  stalled = false;
  clock.advanceBy(2_000);
  expect(seen).toEqual([1, 2, 3]);
});

test("after power off nothing runs, and what was under way does nothing any more", () => {
  const { clock, interpreter } = create();
  const seen: string[] = [];
  interpreter.post(() => {
    interpreter.spend(5_000);
    interpreter.outside(() => seen.push("motor on"));
  });
  clock.advanceBy(1_000);
  interpreter.kill();
  interpreter.post(() => seen.push("handler"));
  clock.advanceBy(10_000);
  expect(seen).toEqual([]);
});
