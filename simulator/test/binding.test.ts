import { PROTOCOL_VERSION, encodeLine } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { castOf, createWorld } from "../src/index.ts";

const BAUD = 115_200;
const HELLO = Buffer.from(encodeLine({ kind: "helloRequest", protocolVersion: PROTOCOL_VERSION }, 1));

const create = () => {
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed: 3, cast: castOf(2) });
  clock.advanceBy(200_000);
  return { clock, ...world, path: world.paths[0] ?? "" };
};

test("lists every band by its path", async () => {
  const { binding, paths } = create();
  expect((await binding.list()).map(({ path }) => path)).toEqual(paths);
  expect(paths).toEqual(["sim:Ada", "sim:Ben"]);
});

test("opens a port once, and again after it was closed", async () => {
  const { binding, path } = create();
  const port = await binding.open({ path, baudRate: BAUD });
  await expect(binding.open({ path, baudRate: BAUD })).rejects.toThrow(/lock/);
  await port.close();
  expect((await binding.open({ path, baudRate: BAUD })).isOpen).toBe(true);
  await expect(binding.open({ path: "sim:Nobody", baudRate: BAUD })).rejects.toThrow(/no such file/);
});

test("a read waits for at least one byte and takes no more than there is room for", async () => {
  const { binding, clock, path } = create();
  const port = await binding.open({ path, baudRate: BAUD });
  const buffer = Buffer.alloc(16, 0xff);
  let result: number | undefined;
  const reading = port.read(buffer, 4, 5).then(({ bytesRead }) => {
    result = bytesRead;
  });
  await Promise.resolve();
  expect(result).toBeUndefined();
  await port.write(HELLO);
  clock.advanceBy(300_000);
  await reading;
  expect(result).toBe(5);
  expect([...buffer.subarray(0, 4), ...buffer.subarray(9)].every((byte) => byte === 0xff)).toBe(true);
  // What there was no room for comes next.
  expect((await port.read(buffer, 0, 16)).bytesRead).toBeGreaterThanOrEqual(1);
});

test("closing rejects a read that waits as canceled", async () => {
  const { binding, path } = create();
  const port = await binding.open({ path, baudRate: BAUD });
  const reading = port.read(Buffer.alloc(8), 0, 8);
  await Promise.all([expect(reading).rejects.toMatchObject({ canceled: true }), port.close()]);
  expect(port.isOpen).toBe(false);
});

test("a band that is pulled out rejects a read that waits as disconnected, and so every read and write after it", async () => {
  const { bands, binding, path } = create();
  const port = await binding.open({ path, baudRate: BAUD });
  const reading = port.read(Buffer.alloc(8), 0, 8);
  bands[0]?.link.disconnect();
  await expect(reading).rejects.toMatchObject({ disconnected: true, canceled: false });
  expect(port.isOpen).toBe(false);
  await expect(port.write(HELLO)).rejects.toMatchObject({ disconnected: true });
  await expect(port.read(Buffer.alloc(8), 0, 8)).rejects.toMatchObject({ disconnected: true });
});
