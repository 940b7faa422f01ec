import { AckResult } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect } from "vitest";
import { type Behaviour, play, spansOf } from "./behaviour.ts";

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
      const absurd = [
        { segments: Float64Array.of() },
        { segments: Float64Array.of(0, 0, 0) },
        { segments: Float64Array.of(0, 10_000, 0) },
        { segments: Float64Array.of(0, -500_000, 0) },
        { segments: Float64Array.of(0, 1e300, 0) },
        { segments: Float64Array.of(4, 500_000, -200_000, 0, 500_000, 0) },
        { segments: Float64Array.of(0, 500_000, 0, 0, 500_000, 0) },
        { segments: Float64Array.of(-4, 500_000, 0) },
        { pulseMillis: 60_000 },
        { pulseMillis: 0 },
        { subdivision: 0 },
        { subdivision: 200 },
        { beatsPerBar: 0 },
      ];
      for (const [i, change] of absurd.entries())
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
      const spans = spansOf(wire);
      expect(spans.length).toBeGreaterThan(5);
      const last = spans.at(-1)?.offMicros ?? 0;
      for (const { onMicros, offMicros } of spans) expect((offMicros ?? Infinity) - onMicros).toBeLessThan(230_000);
      for (const { offMicros = 0 } of spans) {
        const begin = offMicros - 10_000_000;
        const on = spans.reduce(
          (sum, s) => sum + Math.max(0, Math.min(s.offMicros ?? last, offMicros) - Math.max(s.onMicros, begin)),
          0,
        );
        // A host's timer may see an edge some milliseconds late, once a pulse.
        expect(on).toBeLessThan(2_500_000 + 20_000 * spans.length);
      }
    },
  },
];
