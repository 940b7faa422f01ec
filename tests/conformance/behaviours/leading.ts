import { AckResult, MIN_ONSET_INTERVAL_MILLIS } from "@entrain/protocol";
import { expect } from "vitest";
import type { Wire } from "../wire.ts";
import type { Behaviour } from "./behaviour.ts";

/** Until a blow has been told of, or never will be. */
const TOLD_MICROS = 400_000;
const onsets = (wire: Wire) => wire.all("movementOnset");

/** A blow, and whatever is told of it. */
const strike = async (wire: Wire): Promise<number> => {
  const before = onsets(wire).length;
  wire.band.strike?.();
  await wire.stay(TOLD_MICROS);
  return onsets(wire).length - before;
};

/** What a band tells of its wearer's movement onsets. */
export const leading: readonly Behaviour[] = [
  {
    name: "tells of a movement onset, and when it was, while it leads",
    needs: ["strike"],
    run: async (wire) => {
      await wire.begin();
      await wire.stay(500_000);
      expect(await strike(wire), "before it leads").toBe(0);
      expect(await wire.command({ kind: "lead", isOn: 1 })).toBe(AckResult.ok);
      for (let i = 0; i < 3; i++) {
        const tMicros = wire.now();
        expect(await strike(wire), `blow ${String(i)}`).toBe(1);
        const told = onsets(wire).at(-1)?.tMicros ?? NaN;
        expect(told - wire.bandTimeOf(tMicros)).toBeGreaterThan(-10_000);
        expect(told - wire.bandTimeOf(tMicros)).toBeLessThan(TOLD_MICROS);
      }
      expect(await wire.command({ kind: "lead", isOn: 0 })).toBe(AckResult.ok);
      expect(await strike(wire), "when it no longer leads").toBe(0);
    },
  },
  {
    name: "leads no longer after a hello",
    needs: ["strike"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "lead", isOn: 1 })).toBe(AckResult.ok);
      await wire.begin();
      expect(await strike(wire)).toBe(0);
    },
  },
  {
    name: "takes nothing for a movement while its own motor shakes",
    needs: ["strike", "motor"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "lead", isOn: 1 })).toBe(AckResult.ok);
      await wire.stay(500_000);
      for (let i = 0; i < 3; i++) {
        const played = wire.all("pulsePlayed").length;
        wire.send({ kind: "pulseNow", expiresMicros: wire.after(1_000_000), durationMillis: 150, strength: 96 });
        await wire.until(() => wire.band.motorSpans?.().at(-1)?.offMicros === undefined, "the motor to be on");
        await wire.band.wait(50_000);
        expect(await strike(wire)).toBe(0);
        expect(wire.all("pulsePlayed").length).toBe(played + 1);
        await wire.stay(600_000);
      }
      expect(await strike(wire), "at rest again").toBe(1);
      expect(onsets(wire)).toHaveLength(1);
    },
  },
  {
    name: "tells of one onset in 180 ms at most, however it is shaken",
    needs: ["strike"],
    run: async (wire) => {
      await wire.begin();
      await wire.command({ kind: "lead", isOn: 1 });
      const tEnd = wire.now() + 2_000_000;
      while (wire.now() < tEnd) {
        wire.band.strike?.();
        await wire.stay(40_000);
      }
      const times = onsets(wire).map(({ tMicros }) => tMicros);
      expect(times.length).toBeGreaterThan(3);
      times.slice(1).forEach((t, i) => {
        expect(t - (times[i] ?? 0)).toBeGreaterThan((MIN_ONSET_INTERVAL_MILLIS - 5) * 1_000);
      });
    },
  },
];
