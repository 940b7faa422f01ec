import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Band } from "../../src/index.ts";
import { layTable } from "./bench.ts";
import { expectNothingLeft } from "./nothing-left.ts";
import { SimulatedMpu6050 } from "./simulated-mpu6050.ts";

// johnny-five and firmata-io set timers of the platform, whatever clock the rest runs on: faked, to be counted.
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }));
afterEach(() => vi.useRealTimers());

it.each(["wrist", "ankle", "waist"] as const)("is never worn at the %s", async (placement) => {
  const table = await layTable();
  const refused = table.open({ placement });
  await expect(refused).rejects.toMatchObject({ name: "BandError", code: "refused" });
  await expect(refused).rejects.toThrow(
    /bench only, never worn.*nobody can stop it.*keeps its last level when the host dies/,
  );
  expectNothingLeft(table);
});

it("says that it is no band and cannot move anyone", async () => {
  const table = await layTable();
  table.device.boot();
  const motion = await table.open({ placement: "hand" });
  expect(motion.isWearable).toBe(false);
  expect(motion.capabilities).toEqual({ motor: false, deviceTimestamps: false, watchdog: false, holdOver: false });
  // @ts-expect-error: what wants a band does not take this
  const band: Band = motion;
  expect(band).not.toHaveProperty("pulseNow");
});

it("gives up on a silent device after 5 s, in one line, and closes the port", async () => {
  const table = await layTable();
  table.device.receive = () => undefined;
  const tStartMicros = table.clock.nowMicros();
  await expect(table.open()).rejects.toMatchObject({
    code: "no-answer",
    message: "expected StandardFirmata at 57600 baud for bench within 5 s, found silence",
  });
  expect(table.clock.nowMicros() - tStartMicros).toBe(5_000_000);
  expectNothingLeft(table);
});

it("finds no sensor", async () => {
  const table = await layTable();
  table.device.i2c.sensor = undefined;
  table.device.boot();
  await expect(table.open()).rejects.toMatchObject({
    code: "not-a-band",
    message: expect.stringMatching(/MPU6050.*found nothing$/) as string,
  });
  expectNothingLeft(table);
});

it("finds another sensor", async () => {
  const table = await layTable();
  table.device.i2c.sensor = new SimulatedMpu6050(() => ({ accelG: [0, 0, 1], gyroDps: [0, 0, 0] }), 0x70);
  table.device.boot();
  await expect(table.open()).rejects.toMatchObject({
    code: "not-a-band",
    message: expect.stringMatching(/WHO_AM_I 0x68, found 0x70$/) as string,
  });
  expectNothingLeft(table);
});
