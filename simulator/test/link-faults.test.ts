import { describe, expect, it } from "vitest";
import { sessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { createBleLikeLink, type BleLikeOpts, type SimLink, type UsbLikeOpts } from "../src/link/index.ts";
import { createRandom } from "../src/random/index.ts";
import { balance, BOTH, counting, make, received, type Kind } from "./link-bench.ts";

describe.each(BOTH)("faults of a %s link", (kind) => {
  const SENT = 40_000;
  /** Sends a slow ramp, so that a byte's neighbours say what it should have been. */
  const send = (toHost: UsbLikeOpts["toHost"]): { bytes: number[]; link: SimLink } => {
    const { clock, link } = make(kind, toHost === undefined ? {} : { toHost });
    const bytes = received(link.host);
    link.connect();
    for (let i = 0; i < SENT / 100; i++) {
      link.device.write(counting(100, i * 100));
      clock.advanceBy(10_000);
    }
    clock.advanceBy(30e6);
    expect(balance(link.statistics.toHost, link.device.pendingBytes)).toBe(0);
    return { bytes, link };
  };
  const sent = [...counting(SENT)];
  /** Whether `some` is `all` with bytes left out, nothing else. */
  const isSubsequence = (some: readonly number[], all: readonly number[]): boolean => {
    let place = 0;
    for (const byte of some) {
      while (place < all.length && all[place] !== byte) place++;
      if (place++ >= all.length) return false;
    }
    return true;
  };

  it("lose whole packets at the rate asked for, and invent nothing", () => {
    const { bytes, link } = send({ lossPerPacket: 0.1 });
    expect(isSubsequence(bytes, sent)).toBe(true);
    expect(link.statistics.toHost.lostBytes).toBe(SENT - bytes.length);
    expect(Math.abs(link.statistics.toHost.lostBytes / SENT - 0.1)).toBeLessThan(0.06);
  });

  it("flip single bits at the rate asked for", () => {
    const { bytes, link } = send({ corruptionPerByte: 0.01 });
    expect(bytes.length).toBe(SENT);
    const flipped = bytes.map((byte, i) => byte ^ (sent[i] ?? NaN)).filter((difference) => difference !== 0);
    expect(flipped.every((difference) => (difference & (difference - 1)) === 0)).toBe(true);
    expect(flipped.length).toBe(link.statistics.toHost.corruptedBytes);
    expect(Math.abs(flipped.length / SENT - 0.01)).toBeLessThan(0.002);
  });

  it("slip in flow control bytes and doubles, all of what was sent still among them", () => {
    const { bytes, link } = send({ flowBytePerByte: 0.01, duplicationPerByte: 0.01 });
    expect(isSubsequence(sent, bytes)).toBe(true);
    expect(link.statistics.toHost.insertedBytes).toBe(bytes.length - SENT);
    expect(Math.abs((bytes.length - SENT) / SENT - 0.02)).toBeLessThan(0.004);
    const onlyFlow = send({ flowBytePerByte: 0.01 }).bytes;
    const withoutFlow = (all: readonly number[]): number[] => all.filter((byte) => byte !== 0x11 && byte !== 0x13);
    expect(withoutFlow(onlyFlow)).toEqual(withoutFlow(sent));
  });

  it("are each way's own", () => {
    const { clock, link } = make(kind, { toHost: { lossPerPacket: 1 } });
    const [atHost, atDevice] = [received(link.host), received(link.device)];
    link.connect();
    link.host.write(counting(50));
    link.device.write(counting(50));
    clock.advanceBy(1e6);
    expect([atHost.length, atDevice.length]).toEqual([0, 50]);
  });
});

describe("latency", () => {
  const latencies = (kind: Kind, opts: Partial<BleLikeOpts>, from: "device" | "host"): number[] => {
    const { clock, link } = make(kind, opts);
    const random = createRandom(9);
    const found: number[] = [];
    let tWritten = 0;
    const to = from === "device" ? link.host : link.device;
    to.onBytes = () => found.push(clock.nowMicros() - tWritten);
    link.connect();
    for (let i = 0; i < 400; i++) {
      clock.advanceBy(500_000 + random.uniform() * 300_000);
      tWritten = clock.nowMicros();
      link[from].write(counting(20));
    }
    clock.advanceBy(1e6);
    expect(found.length).toBe(400);
    return found;
  };
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

  it("of USB is 0.1 to 1 ms", () => {
    const found = latencies("usb", {}, "device");
    expect(Math.min(...found)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...found)).toBeLessThanOrEqual(1000);
  });

  it.each([7_500, 30_000, 200_000])(
    "of BLE is bounded by its interval of %d µs where the radio misses nothing",
    (interval) => {
      const found = latencies("ble", { intervalMicros: interval, missPerPacket: 0 }, "device");
      expect(Math.max(...found)).toBeLessThanOrEqual(interval + 1_400 + 4_000);
      expect(Math.max(...found)).toBeGreaterThan(0.9 * interval);
      expect(Math.abs(mean(found) - (interval / 2 + 1_400 + 2_250))).toBeLessThan(0.1 * interval + 200);
    },
  );

  it("of BLE differs between the two ways", () => {
    expect(mean(latencies("ble", { missPerPacket: 0 }, "device"))).toBeGreaterThan(
      mean(latencies("ble", { missPerPacket: 0 }, "host")) + 800,
    );
  });

  it("of BLE grows by whole intervals where the radio misses packets, and nothing is lost", () => {
    const found = latencies("ble", { intervalMicros: 30_000, missPerPacket: 0.5 }, "device");
    expect(Math.max(...found)).toBeGreaterThan(90_000);
  });
});

describe("a BLE connection", () => {
  it("sends bursts of packets no longer than its own, no more of them than fit an event", () => {
    const { clock, link } = make("ble", {
      packetBytes: 20,
      packetsPerEvent: 3,
      intervalMicros: 50_000,
      missPerPacket: 0,
    });
    const seen: [number, number][] = [];
    link.host.onBytes = (bytes) => seen.push([clock.nowMicros(), bytes.length]);
    link.connect();
    link.device.write(counting(200));
    clock.advanceBy(1e6);
    expect(seen.map(([, length]) => length)).toEqual(Array(10).fill(20));
    const bursts = new Set(seen.map(([t]) => Math.floor((t - (seen[0]?.[0] ?? NaN) + 5_000) / 50_000)));
    expect(bursts.size).toBe(4);
  });

  it("changes its interval some time after being asked, and starts anew with the next connection", () => {
    const clock = new VirtualClock();
    const link = createBleLikeLink({ scheduler: clock, random: createRandom(1), renegotiationMicros: 1e6 });
    link.requestInterval(100_000);
    link.connect();
    clock.advanceBy(2e6);
    expect(link.intervalMicros).toBe(7_500);
    link.requestInterval(200_000);
    clock.advanceBy(0.9e6);
    expect(link.intervalMicros).toBe(7_500);
    clock.advanceBy(0.2e6);
    expect(link.intervalMicros).toBe(200_000);
    link.disconnect();
    link.connect();
    expect(link.intervalMicros).toBe(7_500);
    expect(() => {
      link.requestInterval(5_000);
    }).toThrow(RangeError);
  });

  it("is given up after a silence longer than its supervision timeout, counted from the beginning of the silence", () => {
    const { clock, link } = make("ble");
    const start = clock.nowMicros();
    let tClosed = 0;
    link.host.onOpenChange = (open) => {
      if (!open) tClosed = clock.nowMicros() - start;
    };
    link.connect();
    link.silenceFor(3e6);
    clock.advanceTo(sessionMicros(start + 2e6));
    link.silenceFor(3e6);
    clock.advanceBy(10e6);
    expect(tClosed).toBe(4e6);
  });
});
