import { expect, test } from "vitest";
import { play, rig } from "./rig.ts";

const SEED = 7;
const SECONDS = 32;
/** Of the beat against the seconds in which a band reports its health: it meets the end of a pulse in some of them. */
const PHASES_MICROS = [0, 100_000, 200_000, 300_000, 400_000, 500_000];

test.each(PHASES_MICROS)("a watch that plays long pulses loses no sample to its own reports, phase %d µs", (phase) => {
  const host = rig(SEED, { board: "banglejs2", link: "ble", intervalMicros: 30_000 });
  host.wait(phase);
  play(host, { segments: Float64Array.of(0, 600_000, 0), pulseMillis: 120, strength: 255, accentStrength: 255 });
  host.wait(SECONDS * 1e6);
  const bursts = host.all("imuBurst");
  let next = bursts[0]?.firstIndex ?? NaN;
  for (const { firstIndex, axes, samples } of bursts) {
    expect(firstIndex).toBe(next);
    next = firstIndex + samples.length / axes;
  }
  expect(next).toBeGreaterThan(SECONDS * 45);
  // Its reports do not wait for ever: one in five seconds.
  expect(host.all("health").length).toBeGreaterThanOrEqual(Math.floor(SECONDS / 5) - 1);
});
