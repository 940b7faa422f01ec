import { encodeLine } from "@entrain/protocol";
import { createRandom } from "@entrain/simulator";
import { describe, expect, test } from "vitest";
import { layTable, pass, readyTable } from "./table.ts";

describe("a link that ends", () => {
  test("is opened again every second until it is there, and the band greeted until it is ready", async () => {
    const { clock, device, band, states } = await readyTable();
    device.isUnplugged = true;
    device.cut();
    expect(band.state).toBe("no-signal");
    await pass(clock, 10.5);
    expect(device.opened).toBe(1);
    device.isUnplugged = false;
    await pass(clock, 0.6);
    expect(device.opened).toBe(2);
    await pass(clock, 1);
    expect(states).toEqual(["measuring", "ready", "no-signal", "measuring", "ready"]);
    expect(band.statistics().reconnections).toBe(1);
  });

  test("rejects what was under way, and the map that it knew is told again", async () => {
    const { clock, device, band } = await readyTable();
    device.deafTo.set("identify", Infinity);
    const failed = expect(band.identify(1)).rejects.toMatchObject({ code: "closed" });
    await pass(clock, 0.1);
    const told = device.all("clockMap").length;
    device.cut();
    await failed;
    await pass(clock, 3);
    expect(device.all("clockMap").length).toBeGreaterThan(told);
  });

  test("in the middle of a frame: its end is not waited for", async () => {
    const { clock, device, band } = await readyTable();
    device.sendBytes(encodeLine({ kind: "note", text: "half" }, 99).subarray(0, 9));
    await pass(clock, 0.1);
    device.cut();
    await pass(clock, 3);
    expect(band.state).toBe("ready");
    const { errors } = band.statistics().received;
    expect(Object.values(errors).reduce((sum, n) => sum + n, 0)).toBe(0);
  });

  test("over and over, at any moment: the band comes back every time", async () => {
    const { clock, device, band } = await readyTable();
    const random = createRandom(4);
    for (let i = 0; i < 40; i++) {
      await pass(clock, 3 * random.uniform());
      device.cut();
    }
    await pass(clock, 3);
    expect(band.state).toBe("ready");
  });

  test("and comes back with nobody behind it: tried from the beginning", async () => {
    const { clock, device, band } = await readyTable();
    device.deafTo.set("helloRequest", Infinity);
    device.cut();
    await pass(clock, 12.5);
    expect(band.state).toBe("no-signal");
    expect(device.opened).toBe(3);
    device.deafTo.clear();
    await pass(clock, 8);
    expect(band.state).toBe("ready");
  });
});

describe("the clock", () => {
  test("of the same boot stays known while the band is away", async () => {
    const { clock, device, band } = await readyTable();
    device.isUnplugged = true;
    device.cut();
    const near = band.clockMap()?.errorMicros ?? NaN;
    await pass(clock, 60);
    const map = band.clockMap();
    expect((map?.bandRef ?? 0) - (map?.sessionRef ?? 0)).toBeCloseTo(device.offsetMicros, 0);
    expect(map?.errorMicros).toBeGreaterThan(near);
  });

  test("of another boot is worth nothing: forgotten at the hello, then measured anew", async () => {
    const { clock, device, band } = await readyTable();
    device.deafTo.set("clockRequest", 5);
    device.reboot(78, 3e6);
    await pass(clock, 1.1);
    expect(band.info?.bootId).toBe(78);
    expect(band.clockMap()).toBeUndefined();
    await pass(clock, 3);
    const map = band.clockMap();
    expect((map?.bandRef ?? 0) - (map?.sessionRef ?? 0)).toBeCloseTo(3e6, 0);
    expect(band.state).toBe("ready");
  });
});

describe("a link that stays open", () => {
  test("but silent for eight seconds is closed and opened again", async () => {
    const { clock, device, band } = await readyTable();
    device.isSilent = true;
    await pass(clock, 7);
    expect([band.state, device.closed]).toEqual(["ready", 0]);
    // What was heard last may lie just behind the last look, so that it takes up to two spans to be missed.
    await pass(clock, 9.1);
    expect([band.state, device.closed]).toEqual(["no-signal", 1]);
    device.isSilent = false;
    await pass(clock, 3);
    expect(band.state).toBe("ready");
  });

  test("until its end, which nobody tells, is missed after at most sixteen", async () => {
    const { clock, device, band, states } = await readyTable();
    device.endsUntold = true;
    device.cut();
    await pass(clock, 19);
    expect([band.state, device.opened]).toEqual(["ready", 2]);
    expect(states).toContain("no-signal");
  });

  test("and is spoken over is not closed: noise is counted, and the band stays ready", async () => {
    const { clock, device, band } = await readyTable();
    const random = createRandom(8);
    for (let i = 0; i < 100; i++) {
      device.sendBytes(Uint8Array.from({ length: 64 }, () => Math.floor(256 * random.uniform())));
      device.sendBytes(Uint8Array.of(10));
      await pass(clock, 0.3);
    }
    expect([band.state, device.opened]).toEqual(["ready", 1]);
    expect(band.statistics().received.errors["not-base64"]).toBeGreaterThan(50);
  });
});

test("a band that did not take its clock map at first is told it again until it does", async () => {
  const { clock, device, band } = layTable();
  device.deafTo.set("clockMap", 12);
  void band.connect();
  await pass(clock, 30);
  expect(band.state).toBe("ready");
});
