import { AckResult, PROTOCOL_VERSION, toSessionMicros } from "@entrain/protocol";
import { expect } from "vitest";
import { spansOf } from "../motor-record.ts";
import type { Behaviour } from "./behaviour.ts";

/** How a band talks: hello, damage, clock, credit. */
export const talking: readonly Behaviour[] = [
  {
    name: "says who it is, and speaks this version of the protocol",
    needs: [],
    run: async (wire) => {
      const hello = await wire.hello();
      expect(hello.protocolVersion).toBe(PROTOCOL_VERSION);
      expect(hello.boardId).toMatch(/^[a-z0-9-]+$/);
      expect(hello.maxCredit).toBeGreaterThan(0);
      expect(hello.accelScaleG).toBeGreaterThan(0);
    },
  },
  {
    name: "outlives garbage, a flood without newlines, and damaged frames",
    needs: [],
    run: async (wire) => {
      await wire.hello();
      wire.sendText("\n\n\u0000\u00ff garbage \u0013\n=====\nAAAA\n");
      for (let i = 0; i < 6; i++) {
        wire.sendText("x".repeat(400));
        await wire.band.wait(20_000);
      }
      // A stop-all whose checksum is off by a bit.
      wire.sendText("\nCAAHAAAAAABk9MKq\n");
      await wire.band.wait(300_000);
      expect(wire.all("ack")).toHaveLength(0);
      await wire.hello();
    },
  },
  {
    name: "does not answer a command of an unknown type, and counts it",
    needs: [],
    run: async (wire) => {
      await wire.hello();
      // A whole frame of type 0x0e, checksum and all.
      wire.sendText("DgAAAAAAAABbzahw\n");
      await wire.band.wait(200_000);
      expect(wire.all("ack")).toHaveLength(0);
      await wire.hello();
    },
  },
  {
    name: "stamps a clock exchange in order, on a clock that runs like ours",
    needs: [],
    run: async (wire) => {
      await wire.begin();
      for (const { bandReceivedMicros, bandSentMicros } of wire.all("clockReply"))
        expect(bandSentMicros).toBeGreaterThanOrEqual(bandReceivedMicros);
      const before = wire.map();
      await wire.stay(1_000_000);
      for (let i = 0; i < 8; i++) await wire.exchangeClock();
      const t = wire.now();
      expect(Math.abs(toSessionMicros(before, wire.bandTimeOf(t) as never) - t)).toBeLessThan(20_000);
    },
  },
  {
    name: "sends nothing unasked without credit, and no more than its credit",
    needs: [],
    run: async (wire) => {
      const { maxCredit } = await wire.hello();
      await wire.band.wait(600_000);
      expect(wire.all("imuBurst")).toHaveLength(0);
      wire.credit(1_000);
      await wire.band.wait(600_000);
      const unasked = wire.all("imuBurst").length + wire.all("health").length;
      expect(unasked).toBeGreaterThan(0);
      expect(unasked).toBeLessThanOrEqual(maxCredit);
    },
  },
  {
    name: "streams samples in order, without a gap while it is in credit",
    needs: [],
    run: async (wire) => {
      const hello = await wire.hello();
      await wire.stay(1_000_000);
      const from = wire.all("imuBurst").length;
      await wire.stay(2_000_000);
      const bursts = wire.all("imuBurst").slice(from);
      expect(bursts.length).toBeGreaterThan(10);
      let tLast = 0;
      let nextIndex = bursts[0]?.firstIndex ?? 0;
      for (const burst of bursts) {
        const count = burst.samples.length / burst.axes;
        expect(burst.firstIndex).toBe(nextIndex);
        expect(burst.tFirstMicros).toBeGreaterThan(tLast);
        expect(burst.tLastMicros).toBeGreaterThanOrEqual(burst.tFirstMicros);
        nextIndex += count;
        tLast = burst.tLastMicros;
      }
      const rateHz = ((nextIndex - (bursts[0]?.firstIndex ?? 0)) / (tLast - (bursts[0]?.tFirstMicros ?? 0))) * 1e6;
      expect(rateHz).toBeGreaterThan(40);
      expect(rateHz).toBeLessThan(130);
      expect(hello.boardId).not.toBe("");
    },
  },
  {
    name: "does a repeated command once, and acknowledges it again",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "identify", count: 1 }, 777)).toBe(AckResult.ok);
      await wire.band.wait(500_000);
      expect(await wire.command({ kind: "identify", count: 1 }, 777)).toBe(AckResult.ok);
      await wire.band.wait(500_000);
      expect(spansOf(wire)).toHaveLength(1);
    },
  },
  {
    name: "identifies itself by as many pulses as asked",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "identify", count: 3 })).toBe(AckResult.ok);
      await wire.band.wait(2_000_000);
      expect(spansOf(wire)).toHaveLength(3);
      expect(await wire.command({ kind: "identify", count: 200 })).toBe(AckResult.badValue);
    },
  },
];
