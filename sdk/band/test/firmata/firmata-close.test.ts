import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { BandSamples } from "../../src/index.ts";
import { layTable } from "./bench.ts";
import { expectNothingLeft } from "./nothing-left.ts";

// johnny-five and firmata-io set timers of the platform, whatever clock the rest runs on: faked, to be counted.
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }));
afterEach(() => vi.useRealTimers());

it("says when the cable goes while it is met, and after", async () => {
  const early = await layTable();
  const opening = expect(early.open()).rejects.toMatchObject({ code: "closed" });
  await early.settle();
  early.unplug();
  await opening;

  const late = await layTable();
  late.device.boot();
  const motion = await late.open();
  const reasons: string[] = [];
  motion.onClose = (reason) => reasons.push(reason);
  late.unplug();
  await late.settle();
  expect(reasons).toEqual(["the cable is gone"]);
  await motion.close();
});

it("ends everything with close, twice as well as once", async () => {
  const interruptListeners = process.listenerCount("SIGINT");
  const table = await layTable();
  table.device.boot();
  const motion = await table.open();
  expect(process.listenerCount("SIGINT")).toBe(interruptListeners);
  const heard: BandSamples[] = [];
  motion.on((samples) => heard.push(samples));
  await table.pass(50_000);
  const count = heard.length;
  // Three more are on their way when it is closed.
  table.clock.advanceBy(30_000);
  await Promise.all([motion.close(), motion.close()]);
  expect(count).toBeGreaterThan(0);
  await table.pass(1_000_000);
  expect(heard.length).toBe(count);
  expect(table.device.resets).toBe(2);
  expect(table.device.i2c.queries).toEqual([]);
  expectNothingLeft(table);
});
