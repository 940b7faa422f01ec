import { encodeLine } from "@entrain/protocol";
import { createRandom } from "@entrain/simulator";
import { describe, expect, test } from "vitest";
import { layTable, pass } from "./table.ts";
import { HELLO } from "./scripted-band.ts";

const PATIENCE_S = 5;

describe("what is no band", () => {
  test("silence: no answer, after five seconds, naming the band; the port is free again", async () => {
    const { clock, device, band } = layTable("Ada");
    device.isSilent = true;
    const tStartMicros = clock.nowMicros();
    let tFailedMicros = 0;
    const failed = expect(band.connect().finally(() => (tFailedMicros = clock.nowMicros()))).rejects.toMatchObject({
      name: "BandError",
      code: "no-answer",
      message: expect.stringMatching(/a band to answer at Ada, found silence for 5 s/) as string,
    });
    await pass(clock, 2 * PATIENCE_S);
    await failed;
    expect((tFailedMicros - tStartMicros) / 1e6).toBe(PATIENCE_S);
    expect(device.isOpen).toBe(false);
    expect(clock.nextDueMicros()).toBeUndefined();
  });

  test("a band that was switched on too late is met at the next try", async () => {
    const { clock, device, band } = layTable();
    device.isSilent = true;
    const failed = expect(band.connect()).rejects.toMatchObject({ code: "no-answer" });
    await pass(clock, PATIENCE_S);
    await failed;
    device.isSilent = false;
    const connected = band.connect();
    await pass(clock, 1);
    await connected;
    expect([band.state, device.opened]).toEqual(["ready", 2]);
  });

  test("garbage: not a band, with what was found", async () => {
    const { clock, device, band } = layTable("Ben");
    device.deafTo.set("helloRequest", Infinity);
    const random = createRandom(3);
    const failed = expect(band.connect()).rejects.toMatchObject({
      code: "not-a-band",
      message: expect.stringMatching(/at Ben, found 4000 bytes with 0 frames in them/) as string,
    });
    for (let i = 0; i < 4; i++) {
      await pass(clock, 1);
      device.sendBytes(Uint8Array.from({ length: 1_000 }, () => Math.floor(256 * random.uniform())));
    }
    await pass(clock, 2);
    await failed;
  });

  test("an Espruino prompt that echoes what it is sent: not a band", async () => {
    const { clock, device, band } = layTable();
    device.deafTo.set("helloRequest", Infinity);
    const failed = expect(band.connect()).rejects.toMatchObject({
      code: "not-a-band",
      message: expect.stringContaining("with 1 frames in them") as string,
    });
    await pass(clock, 1);
    device.sendBytes(encodeLine({ kind: "helloRequest", protocolVersion: 1 }, 0));
    await pass(clock, PATIENCE_S);
    await failed;
    expect(band.info).toBeUndefined();
  });

  test.each([0, 2])("protocol version %i: says what was expected and what was found, and parts", async (version) => {
    const { clock, device, band } = layTable("Chen");
    device.hello = { ...HELLO, protocolVersion: version };
    const failed = expect(band.connect()).rejects.toMatchObject({
      code: "protocol-version",
      message: `expected protocol version 1 at Chen, found version ${String(version)} (firmware 9.9); flash the band again`,
    });
    await pass(clock, 1);
    await failed;
    expect(device.all("clockRequest")).toEqual([]);
    expect(device.isOpen).toBe(false);
    expect(clock.nextDueMicros()).toBeUndefined();
  });

  test("no port: what the link says", async () => {
    const { clock, device, band } = layTable();
    device.isUnplugged = true;
    await expect(band.connect()).rejects.toMatchObject({ code: "port-not-found" });
    expect(clock.nextDueMicros()).toBeUndefined();
  });

  test("a link that ends while the hello is awaited: closed, and not opened again", async () => {
    const { clock, device, band } = layTable("Dana");
    device.deafTo.set("helloRequest", Infinity);
    const failed = expect(band.connect()).rejects.toMatchObject({
      code: "closed",
      message: "expected Dana to answer, found that its link ended",
    });
    await pass(clock, 1.2);
    device.cut();
    await failed;
    await pass(clock, PATIENCE_S);
    expect(device.opened).toBe(1);
    expect(clock.nextDueMicros()).toBeUndefined();
  });
});

test("a hello that was lost is asked for again", async () => {
  const { clock, device, band, states } = layTable();
  device.deafTo.set("helloRequest", 1);
  const connected = band.connect();
  await pass(clock, 2);
  await connected;
  expect(device.all("helloRequest")).toHaveLength(2);
  expect(states).toEqual(["measuring", "ready"]);
});

test("two hellos, because the first was slow, leave one band that is ready and in credit", async () => {
  const { clock, device, band } = layTable();
  const connected = band.connect();
  await pass(clock, 0.01);
  device.send(HELLO);
  await pass(clock, 2);
  await connected;
  expect(band.state).toBe("ready");
  expect(device.creditUpTo).toBe(HELLO.maxCredit);
});

test("an answer settles everything: the band, its clock within the trip, and the map it is told", async () => {
  const { clock, device, band } = layTable();
  const connected = band.connect();
  await pass(clock, 2);
  await connected;
  expect(band.info).toMatchObject({ boardId: "scripted", bootId: 77 });
  const map = band.clockMap();
  expect((map?.bandRef ?? 0) - (map?.sessionRef ?? 0)).toBeCloseTo(device.offsetMicros, 0);
  expect(device.all("clockMap").at(-1)?.message.bandPerSession).toBeCloseTo(1, 9);
});
