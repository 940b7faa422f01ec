import { BandErrorCode, BandState } from "@entrain/protocol";
import { describe, expect, it } from "vitest";
import { createRandom } from "../src/index.ts";
import type { Host } from "./host.ts";
import { expectWithinLimits, longestMicros, play, pulsesAfter, pulsesOf, rig, untilPulseBegins } from "./rig.ts";

// Faults from outside, each in the middle of a pulse: the motor is off within its bound, measured where the current flows.

const SEED = 31_337;
const PULSE_MICROS = 120_000;
const TIMER_MICROS = 1_000;
const SETTLED_MICROS = 7_000_000;
const REST_MICROS = 13_000_000;

const inMidPulse = (...args: Parameters<typeof rig>): Host => {
  const host = rig(...args);
  play(host, { pulseMillis: PULSE_MICROS / 1_000 });
  host.wait(SETTLED_MICROS);
  untilPulseBegins(host);
  return host;
};

/** From now on until the motor is off for good. */
const offAfter = (host: Host, tMicros: number, watchMicros: number): number => {
  host.wait(watchMicros);
  return (pulsesOf(host).at(-1)?.offMicros ?? 0) - tMicros;
};

const kinds = [
  { board: "xiao-sense", link: "usb" },
  { board: "xiao-sense", link: "ble" },
  { board: "banglejs2", link: "ble" },
] as const;

describe.each(kinds)(`a $board over $link, seed ${String(SEED)}`, (kind) => {
  it("host killed in mid-pulse: that pulse ends on time, the band rests within 13 s", () => {
    const host = inMidPulse(SEED, kind);
    host.endContact();
    const tKilled = host.now();
    expect(offAfter(host, tKilled, 40_000_000)).toBeLessThanOrEqual(REST_MICROS);
    expect(longestMicros(pulsesOf(host))).toBeLessThan(PULSE_MICROS + TIMER_MICROS);
  });

  it("host killed at any phase of a slow beat: at rest within 13 s all the same", () => {
    const random = createRandom(SEED);
    for (let i = 0; i < 6; i++) {
      const host = rig(SEED + i, kind);
      play(host, { segments: Float64Array.of(0, 4_000_000, 0) });
      host.wait(SETTLED_MICROS + 4_000_000 * random.uniform());
      host.endContact();
      const tKilled = host.now();
      expect(offAfter(host, tKilled, 30_000_000), `seed ${String(SEED + i)}`).toBeLessThanOrEqual(REST_MICROS);
    }
  });

  it.each([-3_600e6, -40_000, 40_000, 3_600e6])(
    "clock jump by %d µs in mid-pulse: that pulse ends on time, none after it is outside the limits",
    (byMicros) => {
      const host = inMidPulse(SEED, kind);
      const tJump = host.now();
      host.band.setClock(byMicros);
      host.wait(20_000_000);
      expectWithinLimits(host);
      expect(longestMicros(pulsesOf(host))).toBeLessThan(PULSE_MICROS + TIMER_MICROS);
      expect(host.band.isMotorDriven && pulsesAfter(host, tJump).length === 0).toBe(false);
    },
  );
});

describe(`an accelerometer whose bus is stuck, seed ${String(SEED)}`, () => {
  it("IMU bus stuck in mid-pulse: off within that pulse, told, at rest, and a stop is still confirmed", () => {
    const host = inMidPulse(SEED);
    const tStuck = host.now();
    host.band.stickImuBus(true);
    expect(offAfter(host, tStuck, 3_000_000)).toBeLessThanOrEqual(PULSE_MICROS + TIMER_MICROS);
    expect(host.all("error").map(({ code }) => code)).toContain(BandErrorCode.exception);
    expect(host.hello().state).toBe(BandState.resting);
    expect(host.command({ kind: "stopAll" })).toBe(0);
  });

  it("IMU bus stuck: whatever it is told, it never holds the motor on", () => {
    const host = inMidPulse(SEED);
    host.band.stickImuBus(true);
    for (let i = 0; i < 20; i++) {
      host.send({ kind: "pulseNow", expiresMicros: host.after(1e6), durationMillis: 200, strength: 255 });
      host.wait(700_000);
    }
    expectWithinLimits(host);
    host.band.stickImuBus(false);
    play(host, { revision: 2 });
    host.wait(6_000_000);
    expect(pulsesAfter(host, host.now() - 3_000_000).length).toBeGreaterThanOrEqual(5);
  });
});

describe(`a motor driver whose bus is stuck, seed ${String(SEED)}`, () => {
  const BOOT_MICROS = 2_000_000;
  const NO_ANSWER = 256;

  it("motor bus stuck at boot: the motor stays off, the band says so, and answers all the same", () => {
    const host = rig(SEED);
    host.band.stickMotorBus(true);
    host.band.reboot();
    const tBoot = host.now();
    host.endContact();
    host.wait(BOOT_MICROS);
    host.band.link.connect();
    host.begin();
    expect(host.hello().state).toBe(BandState.resting);
    expect(host.all("error")).toMatchObject([{ code: BandErrorCode.motor, detail: NO_ANSWER }]);
    play(host);
    host.wait(SETTLED_MICROS);
    expect(pulsesAfter(host, tBoot)).toEqual([]);
    expect(host.band.isMotorDriven).toBe(false);
    expect(host.command({ kind: "stopAll" })).toBe(0);
  });

  it("motor bus stuck in mid-pulse: off within that pulse, told, at rest, and a stop is still confirmed", () => {
    const host = inMidPulse(SEED);
    const tStuck = host.now();
    host.band.stickMotorBus(true);
    expect(offAfter(host, tStuck, 3_000_000)).toBeLessThanOrEqual(PULSE_MICROS + TIMER_MICROS);
    expect(host.all("error").map(({ code }) => code)).toContain(BandErrorCode.exception);
    expect(host.hello().state).toBe(BandState.resting);
    expect(host.command({ kind: "stopAll" })).toBe(0);
  });
});
