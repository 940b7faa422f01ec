import type { BindingInterface } from "@serialport/bindings-interface" with {
  "resolution-mode": "require",
};
import { createSimulatedBinding, createRandom, createUsbLikeLink } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { expect, test } from "vitest";
import { openSerialLink } from "../src/node/index.ts";
import { settle } from "./table.ts";

const PATH = "sim:Ada";

/** A port with a cable in it; what the device's end hears is kept. */
const layCable = () => {
  const clock = new VirtualClock();
  const cable = createUsbLikeLink({ scheduler: clock, random: createRandom(1) });
  const binding = createSimulatedBinding(new Map([[PATH, cable]]));
  const atDevice: number[] = [];
  cable.device.onBytes = (bytes) => atDevice.push(...bytes);
  const pass = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) {
      await settle();
      clock.advanceBy(1_000);
    }
    await settle();
  };
  return { cable, binding, atDevice, pass, open: () => openSerialLink({ binding, path: PATH }) };
};

/** The systems' ports stay open, whatever became of the device, until they are closed; the stream relies on it. */
const asSystemsDo = (binding: BindingInterface): BindingInterface => ({
  ...binding,
  open: async (options) => {
    const port = await binding.open(options);
    let isOpen = true;
    const close = async (): Promise<void> => {
      isOpen = false;
      await port.close();
    };
    return new Proxy(port, {
      get: (inner, name) => {
        if (name === "isOpen") return isOpen;
        if (name === "close") return close;
        const value: unknown = Reflect.get(inner, name);
        return typeof value === "function" ? (value.bind(inner) as unknown) : value;
      },
    });
  },
});

const inOneLine = async (opening: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await opening.catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error("expected the port not to open");
  expect(error.message).not.toContain("\n");
  return error;
};

test("a port that is not there", async () => {
  const { binding } = layCable();
  expect(await inOneLine(openSerialLink({ binding, path: "/dev/ttyNONE" }))).toMatchObject({
    name: "BandError",
    code: "port-not-found",
    message: "expected a serial port at /dev/ttyNONE, found none; entrain bands lists what there is",
  });
});

test("a port that another program holds, until it lets go", async () => {
  const { open } = layCable();
  const first = await open();
  expect(await inOneLine(open())).toMatchObject({
    code: "port-in-use",
    message: `expected ${PATH} to be free, found it in use by another program`,
  });
  await first.close();
  await (await open()).close();
});

// What the systems' own bindings say.
test.each([
  ["Error: No such file or directory, cannot open /dev/ttyACM9", "port-not-found"],
  ["Opening COM9: File not found", "port-not-found"],
  ["Error: Device or resource busy, cannot open /dev/ttyACM0", "port-in-use"],
  ["Error Resource temporarily unavailable Cannot lock port", "port-in-use"],
  ["Opening COM3: Access denied", "port-in-use"],
  ["Error: Permission denied, cannot open /dev/ttyACM0", "port-failed"],
  ["Unknown error code 31", "port-failed"],
])("%s: %s", async (message, code) => {
  const { binding } = layCable();
  const failing = { ...binding, open: () => Promise.reject(new Error(message)) };
  expect(await inOneLine(openSerialLink({ binding: failing, path: "there" }))).toMatchObject({ code });
});

test("bytes go both ways, all 256 of them", async () => {
  const { cable, atDevice, pass, open } = layCable();
  const link = await open();
  const atHost: number[] = [];
  link.onBytes = (bytes) => {
    expect(bytes.length).toBeGreaterThan(0);
    atHost.push(...bytes);
  };
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  link.write(all);
  cable.device.write(all);
  await pass();
  expect(atDevice).toEqual([...all]);
  expect(atHost).toEqual([...all]);
  await link.close();
});

test("an unplugged cable is told once; writing and closing after that do nothing", async () => {
  const { cable, atDevice, pass, binding } = layCable();
  const link = await openSerialLink({ binding: asSystemsDo(binding), path: PATH });
  const reasons: string[] = [];
  link.onClose = (reason) => reasons.push(reason);
  await pass();
  cable.disconnect();
  await pass();
  expect(reasons).toHaveLength(1);
  cable.connect();
  link.write(Uint8Array.of(1, 2, 3));
  await link.close();
  await pass();
  expect(reasons).toHaveLength(1);
  expect(atDevice).toEqual([]);
});

test("closing is told once, and may be asked for twice", async () => {
  const { pass, open } = layCable();
  const link = await open();
  const reasons: string[] = [];
  link.onClose = (reason) => reasons.push(reason);
  await link.close();
  await link.close();
  link.write(Uint8Array.of(1));
  await pass();
  expect(reasons).toHaveLength(1);
});
