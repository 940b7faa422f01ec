import { describe, expect, it } from "vitest";
import { createStill } from "../src/body/index.ts";
import { createRandom } from "../src/random/index.ts";

const START = 123_456_789;

describe("a still body", () => {
  it("refuses what is no time, and has no phase, no tempo and no onsets", () => {
    const body = createStill({ random: createRandom(1) });
    expect(() => body.poseAt(NaN)).toThrow(RangeError);
    expect(() => {
      body.feelPulse(Infinity);
    }).toThrow(RangeError);
    body.onOnset = () => expect.unreachable();
    body.feelPulse(START);
    body.hearOnset("a", START);
    body.poseAt(START + 1e6);
    expect(body.phaseAt(START)).toBeUndefined();
    expect(body.tempoHzAt(START)).toBeUndefined();
  });

  it("trembles by no more than 3 mg, within 8 to 12 Hz, and tilts by a few degrees at most", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const body = createStill({ random: createRandom(seed) });
      let [turns, before, steepest, strongest] = [0, 0, 0, 0];
      const seconds = 20;
      for (let t = 0; t < seconds * 1e6; t += 5_000) {
        const { accelMps2, anglesRad } = body.poseAt(START + t);
        strongest = Math.max(strongest, Math.hypot(...accelMps2) / 9.80665);
        const x = accelMps2[0] ?? 0;
        if (x > 0 !== before > 0) turns++;
        before = x;
        steepest = Math.max(steepest, Math.hypot(anglesRad[0] ?? 0, anglesRad[1] ?? 0));
      }
      expect(strongest).toBeLessThan(0.003);
      expect(turns / 2 / seconds).toBeGreaterThan(7.5);
      expect(turns / 2 / seconds).toBeLessThan(12.5);
      expect((steepest * 180) / Math.PI).toBeLessThan(4);
    }
  });

  it("is a table with neither tremor nor drift", () => {
    const { accelMps2, anglesRad } = createStill({ random: createRandom(1), tremorG: 0, driftScale: 0 }).poseAt(START);
    expect([...accelMps2, ...anglesRad].every((v) => v === 0)).toBe(true);
  });
});
