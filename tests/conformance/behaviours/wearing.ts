import { AckResult, BandState, CalibrateStep, Manner, MAX_LAG_MICROS, WearerAction } from "@entrain/protocol";
import { expect } from "vitest";
import type { Wire } from "../wire.ts";
import { spansOf } from "../motor-record.ts";
import { type Behaviour, play } from "./behaviour.ts";

/** A short press. */
const press = async (wire: Wire): Promise<void> => {
  wire.band.press?.();
  await wire.band.wait(150_000);
  wire.band.release?.();
  await wire.band.wait(250_000);
};

/** Two seconds and a little, after as many short presses. */
const pressesAndHold = async (wire: Wire, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await press(wire);
  wire.band.press?.();
  await wire.band.wait(2_200_000);
  wire.band.release?.();
};

/** What a wearer and a calibration ask of any band. */
export const wearing: readonly Behaviour[] = [
  {
    name: "breathes by itself after a press and a hold, with no host's clock, until its wearer stops it",
    needs: ["motor", "button"],
    run: async (wire) => {
      await wire.hello();
      await press(wire);
      await wire.band.wait(1_500_000);
      await pressesAndHold(wire, 1);
      await wire.band.wait(9_000_000);
      expect((await wire.hello()).state).toBe(BandState.ownRhythm);
      const pulses = spansOf(wire).length;
      expect(pulses).toBeGreaterThan(5);
      expect(pulses).toBeLessThan(16);
      await press(wire);
      const before = spansOf(wire).length;
      await wire.band.wait(3_000_000);
      expect(spansOf(wire)).toHaveLength(before);
      expect((await wire.hello()).state).toBe(BandState.stoppedByWearer);
    },
  },
  {
    name: "tells a tempo that is tapped on it while it is stopped",
    needs: ["motor", "button"],
    run: async (wire) => {
      await wire.hello();
      await press(wire);
      await wire.stay(1_500_000);
      for (let i = 0; i < 4; i++) {
        await press(wire);
        await wire.stay(300_000);
      }
      await wire.stay(500_000);
      const taps = wire.all("wearerEvent").filter(({ event }) => event === WearerAction.tap);
      expect(taps).toHaveLength(4);
      const gaps = taps.slice(1).map(({ tMicros }, i) => tMicros - (taps[i]?.tMicros ?? NaN));
      for (const gap of gaps) expect(Math.abs(gap - 700_000)).toBeLessThan(60_000);
      expect(spansOf(wire)).toHaveLength(0);
    },
  },
  {
    name: "takes its host's word for a gentler manner, and never for one less gentle",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "manner", manner: 9 })).toBe(AckResult.badValue);
      expect(await wire.command({ kind: "manner", manner: Manner.light })).toBe(AckResult.ok);
      expect(await wire.command({ kind: "manner", manner: Manner.motor })).toBe(AckResult.withheld);
      await play(wire);
      await wire.stay(4_000_000);
      expect(spansOf(wire)).toHaveLength(0);
    },
  },
  {
    name: "keeps a measured lag, within bounds, and is calibrated at rest only",
    needs: ["motor"],
    run: async (wire) => {
      const before = await wire.begin();
      expect(await wire.command({ kind: "setLag", lagMicros: MAX_LAG_MICROS + 1 })).toBe(AckResult.badValue);
      expect((await wire.hello()).motorLagMicros).toBe(before.motorLagMicros);
      expect(await wire.command({ kind: "setLag", lagMicros: 40_000 })).toBe(AckResult.ok);
      const first = (await wire.hello()).motorLagMicros;
      expect(await wire.command({ kind: "setLag", lagMicros: 45_000 })).toBe(AckResult.ok);
      expect((await wire.hello()).motorLagMicros - first).toBeCloseTo(5_000, 3);
      expect(await wire.command({ kind: "calibrate", step: 77 })).toBe(AckResult.badValue);
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.wideband })).toBe(AckResult.ok);
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.end })).toBe(AckResult.ok);
      await play(wire);
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.wideband })).toBe(AckResult.withheld);
    },
  },
];
