import { describe, expect, it } from "vitest";
import { createRandom } from "../src/random/index.ts";
import { balance, BOTH, counting, make, received } from "./link-bench.ts";

describe.each(BOTH)("a %s link told nonsense", (kind) => {
  it("refuses probabilities and spans that are none", () => {
    for (const toHost of [{ lossPerPacket: 1.1 }, { corruptionPerByte: -1 }, { duplicationPerByte: NaN }])
      expect(() => make(kind, { toHost })).toThrow(RangeError);
    const { link } = make(kind);
    expect(() => {
      link.silenceFor(-1);
    }).toThrow(RangeError);
    expect(() => {
      link.cutFor(NaN);
    }).toThrow(RangeError);
  });

  it("drops and counts what is written while it is closed", () => {
    const { clock, link } = make(kind);
    const bytes = received(link.host);
    link.device.write(counting(10));
    clock.advanceBy(1e6);
    link.connect();
    clock.advanceBy(1e6);
    expect(bytes).toEqual([]);
    expect(link.statistics.toHost.droppedBytes).toBe(10);
  });

  it("takes empty writes, and delivers nothing for them", () => {
    const { clock, link } = make(kind);
    link.host.onBytes = () => expect.unreachable();
    link.connect();
    link.device.write(new Uint8Array(0));
    clock.advanceBy(1e6);
    expect(link.statistics.toHost.deliveredPackets).toBe(0);
  });

  it("keeps its own copy of what is written", () => {
    const { clock, link } = make(kind);
    const bytes = received(link.host);
    link.connect();
    const buffer = counting(5);
    link.device.write(buffer);
    buffer.fill(99);
    clock.advanceBy(1e6);
    expect(bytes).toEqual([0, 1, 2, 3, 4]);
  });

  it("stands being closed and written to from within its own callbacks", () => {
    const { clock, link } = make(kind);
    link.connect();
    let seen = 0;
    link.host.onBytes = () => {
      seen++;
      link.host.write(counting(300));
      link.disconnect();
      link.connect();
      link.disconnect();
    };
    link.device.write(counting(2000));
    clock.advanceBy(5e6);
    expect(seen).toBe(1);
    expect(link.host.isOpen).toBe(false);
    expect(link.device.pendingBytes + link.host.pendingBytes).toBe(0);
    expect(balance(link.statistics.toHost, 0)).toBe(0);
    expect(balance(link.statistics.toDevice, 0)).toBe(0);
  });
});

describe.each(BOTH)("a %s link", (kind) => {
  it("delivers everything, in order, both ways at once, and never within the call", () => {
    const { clock, link } = make(kind);
    const [atHost, atDevice] = [received(link.host), received(link.device)];
    const random = createRandom(3);
    const [up, down]: [number[], number[]] = [[], []];
    link.connect();
    for (let i = 0; i < 200; i++) {
      const [a, b] = [1, 2].map(() => counting(Math.floor(random.uniform() * 300), i * 7)) as [Uint8Array, Uint8Array];
      const before = atHost.length + atDevice.length;
      link.device.write(a);
      link.host.write(b);
      expect(atHost.length + atDevice.length).toBe(before);
      up.push(...a);
      down.push(...b);
      clock.advanceBy(random.uniform() * 20_000);
    }
    clock.advanceBy(20e6);
    expect(atHost).toEqual(up);
    expect(atDevice).toEqual(down);
    expect(link.device.pendingBytes).toBe(0);
  });

  it("does the same to the microsecond for the same seed", () => {
    const run = (seed: number): [number, number][] => {
      const { clock, link } = make(kind, { toHost: { lossPerPacket: 0.1, corruptionPerByte: 0.01 } }, seed);
      const seen: [number, number][] = [];
      link.host.onBytes = (bytes) => seen.push([clock.nowMicros(), bytes.reduce((a, b) => a * 31 + b, 0)]);
      link.connect();
      for (let i = 0; i < 50; i++) {
        link.device.write(counting(90));
        clock.advanceBy(13_000);
      }
      return seen;
    };
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });

  it("fills the device's buffer while the host has stopped reading, and loses nothing", () => {
    const { clock, link } = make(kind);
    const bytes = received(link.host);
    link.connect();
    link.stopReading();
    for (let i = 0; i < 60; i++) {
      link.device.write(counting(100, i * 100));
      clock.advanceBy(100_000);
    }
    expect(bytes).toEqual([]);
    expect(link.device.pendingBytes).toBe(6000);
    link.resumeReading();
    expect(bytes).toEqual([]);
    clock.advanceBy(1e6);
    expect(bytes).toEqual([...counting(6000)]);
    expect(link.device.pendingBytes).toBe(0);
  });

  it("passes nothing through a silence, and everything after it", () => {
    const { clock, link } = make(kind);
    const seen: number[] = [];
    link.host.onBytes = (bytes) => seen.push(...Array<number>(bytes.length).fill(clock.nowMicros()));
    link.connect();
    clock.advanceBy(1e6);
    const start = clock.nowMicros();
    link.silenceFor(2e6);
    link.device.write(counting(500));
    clock.advanceBy(4e6);
    expect(seen.length).toBe(500);
    expect(seen[0]).toBeGreaterThan(start + 2e6);
    expect(link.host.isOpen).toBe(true);
  });

  it("tells both ends of a cut and of its end, and drops what was under way", () => {
    const { clock, link } = make(kind);
    const bytes = received(link.host);
    const changes: [string, boolean, number][] = [];
    const start = clock.nowMicros();
    for (const name of ["host", "device"] as const)
      link[name].onOpenChange = (open) => changes.push([name, open, clock.nowMicros() - start]);
    link.connect();
    link.connect();
    link.device.write(counting(1000));
    link.cutFor(3e6);
    expect(link.device.pendingBytes).toBe(0);
    clock.advanceBy(10e6);
    expect(bytes).toEqual([]);
    expect(link.statistics.toHost.droppedBytes).toBe(1000);
    expect(changes).toEqual([
      ["device", true, 0],
      ["host", true, 0],
      ["device", false, 0],
      ["host", false, 0],
      ["device", true, 3e6],
      ["host", true, 3e6],
    ]);
    link.device.write(counting(3));
    clock.advanceBy(1e6);
    expect(bytes).toEqual([0, 1, 2]);
  });

  it("stays closed where it is closed during a cut", () => {
    const { clock, link } = make(kind);
    link.connect();
    link.cutFor(1e6);
    link.disconnect();
    clock.advanceBy(5e6);
    expect(link.host.isOpen).toBe(false);
  });
});
