import { AckResult } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect } from "vitest";
import { expectWithinLimits, spansOf } from "../motor-record.ts";
import { absurdPlans } from "./absurd-plans.ts";
import { type Behaviour, play } from "./behaviour.ts";

/** What a band never does, whatever it is asked. */
export const limits: readonly Behaviour[] = [
  {
    name: "rises softly, and never above a cap",
    needs: [],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "cap", strength: 120 })).toBe(AckResult.ok);
      const beatZeroMicros = wire.after(500_000);
      await wire.command(planOf({ beatZeroMicros, strength: 120, accentStrength: 120 }));
      await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros });
      await wire.stay(7_000_000);
      const strengths = wire.all("pulsePlayed").map(({ strength }) => strength);
      expect(strengths[0]).toBeLessThan(60);
      expect(Math.max(...strengths)).toBeLessThanOrEqual(120);
      expect(strengths.at(-1)).toBeGreaterThan(100);
    },
  },
  {
    name: "refuses plans with absurd numbers and stays as it was",
    needs: [],
    run: async (wire) => {
      await play(wire);
      await wire.stay(1_000_000);
      const beatZeroMicros = wire.after(500_000);
      for (const [i, change] of absurdPlans.entries())
        expect(await wire.command(planOf({ beatZeroMicros, revision: 2, ...change })), `case ${String(i)}`).toBe(
          AckResult.badValue,
        );
      expect(await wire.command({ kind: "start", revision: 2, fromMicros: beatZeroMicros })).toBe(AckResult.notReady);
      const before = wire.all("pulsePlayed").length;
      await wire.stay(2_000_000);
      expect(wire.all("pulsePlayed").length).toBeGreaterThan(before);
    },
  },
  {
    name: "keeps every pulse and every ten seconds within the limits, whatever it is asked",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      for (let i = 0; i < 70; i++) {
        wire.send({ kind: "pulseNow", expiresMicros: wire.after(1_000_000), durationMillis: 200, strength: 255 });
        await wire.band.wait(220_000);
      }
      expect(spansOf(wire).length).toBeGreaterThan(5);
      expectWithinLimits(wire);
    },
  },
];
