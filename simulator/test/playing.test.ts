import { AckResult, type BandMicros, bandMicros, microsOfBeat, sessionMicros } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { describe, expect, it } from "vitest";
import type { Host } from "./host.ts";
import { play, type Pulse, pulsesAfter, pulsesOf, quantile, rig, startPlan } from "./rig.ts";

// What is played, and when, seen at the motor and felt at the wrist.

const SEED = 1_848;
const RAMP_MICROS = 6_000_000;
const WHEN = `seed ${String(SEED)}`;

const intervals = (pulses: readonly Pulse[]): readonly number[] =>
  pulses.slice(1).map(({ onMicros }, i) => onMicros - (pulses[i]?.onMicros ?? NaN));

describe(`one band, ${WHEN}`, () => {
  /** From the command to the motor, at its usual; taken off where times are compared with a plan. */
  const offsets = (host: Host, due: readonly number[]): readonly number[] => {
    const pulses = pulsesOf(host);
    return due.map((t) =>
      pulses.reduce((best, { onMicros }) => (Math.abs(onMicros - t) < Math.abs(best) ? onMicros - t : best), Infinity),
    );
  };

  it.each([40_000, -40_000])(
    "a clock map that jumps by %i µs is slewed: no interval changes by more than 5 %%",
    (by) => {
      const host = rig(SEED);
      play(host);
      host.wait(RAMP_MICROS);
      host.endContact();
      const map = host.map();
      const tJump = host.now();
      const bandRef: BandMicros = bandMicros(map.bandRef + by);
      expect(host.command({ kind: "clockMap", ...map, bandRef })).toBe(AckResult.ok);
      host.wait(5_000_000);
      const pulses = pulsesAfter(host, tJump - 1_000_000);
      for (const interval of intervals(pulses)) {
        expect(interval).toBeGreaterThan(0.95 * 500_000);
        expect(interval).toBeLessThan(1.05 * 500_000);
      }
      const last = pulses.at(-1)?.onMicros ?? NaN;
      const moved = ((last - (pulses[0]?.onMicros ?? NaN) + 250_000) % 500_000) - 250_000;
      expect(Math.abs(moved - by)).toBeLessThan(10_000);
    },
  );

  it("a new tempo from a bar line on loses, doubles and rushes no pulse", () => {
    const host = rig(SEED);
    const tZero = play(host);
    host.wait(RAMP_MICROS);
    const tBar = sessionMicros(tZero + 20 * 500_000);
    const next = planOf({ beatZeroMicros: tBar, revision: 2, segments: Float64Array.of(0, 400_000, 0) });
    expect(host.command(next)).toBe(AckResult.ok);
    expect(host.command({ kind: "start", revision: 2, fromMicros: tBar })).toBe(AckResult.ok);
    host.wait(10_000_000);
    const found = intervals(pulsesAfter(host, tZero + 5_000_000)).map((interval) => Math.round(interval / 20_000) * 20);
    const slow = found.indexOf(400);
    expect(new Set(found.slice(0, slow))).toEqual(new Set([500]));
    expect(new Set(found.slice(slow))).toEqual(new Set([400]));
    const first = pulsesAfter(host, tBar - 200_000)[0]?.onMicros ?? NaN;
    expect(Math.abs(first - tBar)).toBeLessThan(30_000);
  });

  it("a new tempo that begins before the next slow pulse takes over at once", () => {
    const host = rig(SEED);
    const tZero = play(host, { segments: Float64Array.of(0, 8_000_000, 0) });
    host.clock.advanceTo(sessionMicros(tZero + 8_500_000));
    const tNew = host.after(1_000_000);
    host.command(planOf({ beatZeroMicros: tNew, revision: 2 }));
    host.command({ kind: "start", revision: 2, fromMicros: tNew });
    host.wait(4_000_000);
    expect(pulsesAfter(host, tZero + 8_200_000).length).toBeGreaterThanOrEqual(6);
  });

  it("a stop with a fade in mid-pulse loses no pulse of the fade", () => {
    const host = rig(SEED);
    play(host);
    host.wait(RAMP_MICROS);
    host.until(() => !host.band.isMotorDriven, "a gap");
    host.until(() => host.band.isMotorDriven, "a pulse");
    host.send({ kind: "stop", fadeMillis: 3_000 });
    const tStop = host.now();
    host.wait(6_000_000);
    const after = pulsesAfter(host, tStop);
    expect(after.length).toBeGreaterThanOrEqual(5);
    for (const interval of intervals(after)) expect(Math.abs(interval - 500_000)).toBeLessThan(20_000);
    expect((after[0]?.onMicros ?? NaN) - tStop).toBeLessThan(520_000);
    expect(after.at(-1)?.offMicros).toBeLessThan(tStop + 3_100_000);
  });

  it("a start during a fade plays, even of the same revision", () => {
    const host = rig(SEED);
    play(host);
    host.wait(RAMP_MICROS);
    host.send({ kind: "stop", fadeMillis: 3_000 });
    host.wait(500_000);
    expect(host.command({ kind: "start", revision: 1, fromMicros: host.now() })).toBe(AckResult.ok);
    host.wait(10_000_000);
    expect(pulsesAfter(host, host.now() - 4_000_000).length).toBeGreaterThanOrEqual(7);
  });

  it("a ramp plays at its closed-form times within 20 ms", () => {
    const host = rig(SEED);
    host.streams = false;
    const segments = Float64Array.of(24, 800_000, -15_000, 0, 440_000, 0);
    const tZero = play(host, { segments });
    host.wait(20_000_000);
    const due = Array.from({ length: 18 }, (_, i) => tZero + microsOfBeat(segments, i + 8) - 18_000);
    const found = offsets(host, due);
    // What the command itself takes is the same at each: it is part of the lag that a band measures.
    const usual = quantile(found, 0.5);
    expect(Math.abs(usual)).toBeLessThan(30_000);
    for (const offset of found) expect(Math.abs(offset - usual)).toBeLessThan(20_000);
  });

  it("mutes, accents and subdivisions are as in the plan", () => {
    const host = rig(SEED);
    const change = { subdivision: 2, muteMask: 0b0100, accentMask: 0b0001, strength: 160, accentStrength: 240 };
    play(host, { ...change, segments: Float64Array.of(0, 800_000, 0) });
    host.wait(18_000_000);
    const played = host.all("pulsePlayed").filter(({ pulseIndex }) => pulseIndex >= 16 && pulseIndex < 40);
    expect(new Set(played.map(({ pulseIndex }) => pulseIndex % 8))).toEqual(new Set([0, 1, 2, 3, 6, 7]));
    expect(played.length).toBe(18);
    for (const { pulseIndex, strength } of played)
      expect(strength).toBe(pulseIndex % 2 === 1 ? 80 : pulseIndex % 8 === 0 ? 240 : 160);
  });

  it("an eccentric motor is thinned above 180 a minute, a linear one is not", () => {
    const count = (kind: Parameters<typeof rig>[1]): number => {
      const host = rig(SEED, kind);
      host.streams = false;
      play(host, { pulseMillis: 40, segments: Float64Array.of(0, 250_000, 0) });
      host.wait(12_000_000);
      return pulsesAfter(host, host.now() - 5_000_000).length;
    };
    expect(Math.abs(count({ board: "banglejs2", link: "ble" }) - 10)).toBeLessThanOrEqual(1);
    expect(count({})).toBeGreaterThanOrEqual(19);
  });

  it("a late joiner falls in on a bar", () => {
    const host = rig(SEED);
    host.begin();
    startPlan(host, { beatZeroMicros: host.after(-7_300_000) });
    host.wait(4_000_000);
    expect((host.all("pulsePlayed")[0]?.pulseIndex ?? NaN) % 4).toBe(0);
  });
});
