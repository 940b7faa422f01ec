import { AckResult, sessionMicros } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect } from "vitest";
import { spansOf } from "../motor-record.ts";
import { type Behaviour, PERIOD_MICROS, play } from "./behaviour.ts";

/** When and what a band plays. */
export const playing: readonly Behaviour[] = [
  {
    name: "plays each pulse at its own time",
    needs: [],
    run: async (wire) => {
      const zero = await play(wire);
      await wire.stay(4_500_000);
      const played = wire.all("pulsePlayed").filter(({ revision }) => revision === 1);
      expect(played.length).toBeGreaterThanOrEqual(6);
      const { motorLagMicros } = await wire.hello();
      for (const { pulseIndex, plannedMicros, onMicros } of played) {
        const due = wire.bandTimeOf(zero + pulseIndex * PERIOD_MICROS) - motorLagMicros;
        expect(Math.abs(plannedMicros - due)).toBeLessThan(20_000);
        expect(Math.abs(onMicros - plannedMicros)).toBeLessThan(20_000);
      }
    },
  },
  {
    name: "falls in at the next bar when it is started late",
    needs: [],
    run: async (wire) => {
      await wire.begin();
      const beatZeroMicros = sessionMicros(wire.now() - 3_100_000);
      expect(await wire.command(planOf({ beatZeroMicros }))).toBe(AckResult.ok);
      expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
      await wire.stay(3_000_000);
      expect(wire.all("pulsePlayed")[0]?.pulseIndex).toBe(8);
    },
  },
  {
    name: "plays the plan of a host that began anew, even under a number that plays already",
    needs: [],
    run: async (wire) => {
      await play(wire);
      await wire.stay(2_000_000);
      const beatZeroMicros = wire.after(300_000);
      expect(await wire.command(planOf({ beatZeroMicros, segments: Float64Array.of(0, 400_000, 0) }))).toBe(
        AckResult.ok,
      );
      expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
      expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
      const before = wire.all("pulsePlayed").length;
      await wire.stay(3_500_000);
      const played = wire.all("pulsePlayed").slice(before + 2);
      const gaps = played.slice(1).map(({ plannedMicros }, i) => plannedMicros - (played[i]?.plannedMicros ?? 0));
      expect(gaps.length).toBeGreaterThan(3);
      for (const gap of gaps) expect(Math.abs(gap - 400_000)).toBeLessThan(20_000);
    },
  },
  {
    name: "does not start what it does not have",
    needs: [],
    run: async (wire) => {
      await wire.hello();
      expect(await wire.command({ kind: "start", revision: 9, fromMicros: wire.after(0) })).toBe(AckResult.notReady);
    },
  },
  {
    name: "drops a pulse that comes after its expiry",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      const result = await wire.command({
        kind: "pulseNow",
        expiresMicros: sessionMicros(wire.now() - 100_000),
        durationMillis: 50,
        strength: 90,
      });
      expect(result).toBe(AckResult.tooLate);
      await wire.band.wait(300_000);
      expect(spansOf(wire)).toHaveLength(0);
    },
  },
];
