import { AckResult, BandErrorCode, BandState, MAX_LATE_MICROS, NEWLINE } from "@entrain/protocol";
import { describe, expect, it } from "vitest";
import { createRandom } from "../src/index.ts";
import type { Host } from "./host.ts";
import {
  expectWithinLimits,
  longestMicros,
  play,
  type Pulse,
  pulsesAfter,
  pulsesOf,
  rig,
  untilPulseBegins,
} from "./rig.ts";

// What a fault may do to the motor, measured where the current flows (firmware/HAZARDS.md).

const SEED = 20_261;
const PERIOD_MICROS = 500_000;
const PULSE_MICROS = 60_000;
/** A watch's motor must spin up: it is driven for 62 ms and half of the pulse. */
const DRIVEN_MICROS = { "xiao-sense": PULSE_MICROS, banglejs2: 92_000 } as const;
/** Past the opening ramp. */
const SETTLED_MICROS = 7_000_000;
const TIMER_MICROS = 1_000;
/** From the handler of a pulse to its motor, and what a busy band takes to get to the handler. */
const COMMAND_MICROS = 40_000;

const leastInterval = (pulses: readonly Pulse[]): number =>
  pulses.reduce(
    (least, { onMicros }, i) => Math.min(least, onMicros - (pulses[i - 1]?.onMicros ?? -Infinity)),
    Infinity,
  );

/** Enabling the driver to set it up may twitch what it was playing when the band went down: far too short to be felt. */
const TWITCH_MICROS = 2_000;

const expectNothingFelt = (host: Host, tMicros: number): void => {
  expect(longestMicros(pulsesAfter(host, tMicros))).toBeLessThan(TWITCH_MICROS);
  expect(host.band.felt.filter((tFelt) => tFelt > tMicros + PULSE_MICROS)).toEqual([]);
};

/** A band that plays, with a pulse that has just begun. */
const inMidPulse = (...args: Parameters<typeof rig>): Host => {
  const host = rig(...args);
  play(host);
  host.wait(SETTLED_MICROS);
  untilPulseBegins(host);
  return host;
};

describe.each([
  { board: "xiao-sense", link: "usb" },
  { board: "xiao-sense", link: "ble" },
  { board: "banglejs2", link: "ble" },
] as const)(`faults of a $board over $link, seed ${String(SEED)}`, (kind) => {
  it("hang in mid-pulse: off on time, and no missed beat is made up for", () => {
    const host = inMidPulse(SEED, kind);
    const tHang = host.now();
    host.band.hang(3_000_000);
    host.wait(9_900_000);
    expect(longestMicros(pulsesOf(host))).toBeLessThan(DRIVEN_MICROS[kind.board] + TIMER_MICROS);
    const after = pulsesAfter(host, tHang);
    expect(after[0]?.onMicros).toBeGreaterThan(tHang + 3_000_000);
    expect(after.length).toBeGreaterThanOrEqual(12);
    // The first may come late, by 50 ms at most; the one after it is on time.
    expect(leastInterval(after)).toBeGreaterThan(0.87 * PERIOD_MICROS);
  });

  it("host that stops reading: off on time, goes on with the beat when it reads again", () => {
    const host = inMidPulse(SEED, kind);
    const tStop = host.now();
    host.band.link.stopReading();
    // What it asks for fills the band's transmit buffer, and the interpreter stops.
    for (let i = 0; i < 30; i++) {
      host.send({ kind: "clockRequest", hostSentMicros: host.now() });
      host.wait(100_000);
    }
    const tRead = host.now();
    host.band.link.resumeReading();
    host.wait(5_000_000);
    expectWithinLimits(host);
    expect(pulsesAfter(host, tStop).filter(({ onMicros }) => onMicros < tRead).length).toBeLessThan(5);
    expect(pulsesAfter(host, tRead).length).toBeGreaterThanOrEqual(6);
    expect(leastInterval(pulsesAfter(host, tStop))).toBeGreaterThan(0.87 * PERIOD_MICROS);
  });

  it("a host that stops reading and sends nothing stops no interpreter: it plays on to its horizon", () => {
    const host = inMidPulse(SEED, kind);
    host.band.link.stopReading();
    host.endContact();
    const tStop = host.now();
    host.wait(9_000_000);
    expect(pulsesAfter(host, tStop).length).toBeGreaterThanOrEqual(17);
  });

  it("link cut in mid-pulse: off on time, at rest 13 s later", () => {
    const host = inMidPulse(SEED, kind);
    host.endContact();
    host.band.link.disconnect();
    const tCut = host.now();
    host.wait(40_000_000);
    const pulses = pulsesOf(host);
    expect(longestMicros(pulses)).toBeLessThan(DRIVEN_MICROS[kind.board] + TIMER_MICROS);
    expect(pulses.at(-1)?.offMicros).toBeGreaterThan(tCut + 9_000_000);
    expect(pulses.at(-1)?.offMicros).toBeLessThan(tCut + 13_000_000);
  });

  it("reboot in mid-pulse: off at once, and silent until a host starts it", () => {
    const host = inMidPulse(SEED, kind);
    const { bootId } = host.hello();
    untilPulseBegins(host);
    const tReboot = host.now();
    host.band.reboot();
    expect(host.band.isMotorDriven).toBe(false);
    host.endContact();
    host.wait(3_000_000);
    host.band.link.connect();
    expect(host.begin().bootId).not.toBe(bootId);
    host.wait(5_000_000);
    expectNothingFelt(host, tReboot);
    play(host, { revision: 2 });
    host.wait(5_000_000);
    expect(pulsesAfter(host, tReboot).length).toBeGreaterThan(5);
  });

  it("exception in a handler: off at once, told, and at rest", () => {
    const host = inMidPulse(SEED, kind);
    const tThrow = host.now();
    host.band.throwInHandler();
    host.wait(4_000_000);
    expect(pulsesOf(host).at(-1)?.offMicros).toBeLessThan(tThrow + 50_000);
    expect(host.all("error").map(({ code }) => code)).toEqual([BandErrorCode.exception]);
    expect(host.hello().state).toBe(BandState.resting);
  });

  it("low battery: off, told, and not to be started again", () => {
    const host = inMidPulse(SEED, kind);
    host.band.setBattery(3);
    const tEmpty = host.now();
    host.wait(12_000_000);
    expect(pulsesOf(host).at(-1)?.offMicros).toBeLessThan(tEmpty + 6_000_000);
    expect(host.all("error").map(({ code }) => code)).toEqual([BandErrorCode.battery]);
    expect(host.command({ kind: "start", revision: 1, fromMicros: host.now() })).toBe(AckResult.withheld);
    expect(host.hello().state).toBe(BandState.lowBattery);
  });

  it("session timer: stops by itself after half an hour of contact", () => {
    const host = rig(SEED, kind);
    host.streams = false;
    const tZero = play(host);
    host.wait(1_860_000_000);
    const pulses = pulsesOf(host);
    expect(pulses.at(-1)?.offMicros).toBeGreaterThan(tZero + 1_795_000_000);
    expect(pulses.at(-1)?.offMicros).toBeLessThan(tZero + 1_801_000_000);
    expectWithinLimits(host);
    host.streams = true;
    host.wait(1_000_000);
    expect(host.all("error").map(({ code }) => code)).toEqual([BandErrorCode.sessionTimer]);
  });

  it.each([-10_000_000, 10_000_000])("clock set by %i µs: never outside the limits, plays on with a new map", (by) => {
    const host = rig(SEED, kind);
    play(host, { pulseMillis: 100 });
    host.wait(SETTLED_MICROS);
    host.band.setClock(by);
    host.wait(25_000_000);
    expectWithinLimits(host);
    expect(pulsesAfter(host, host.now() - 5_000_000).length).toBeGreaterThanOrEqual(9);
  });

  it("garbage flood: pulses keep their time or are left out, and nothing breaks", () => {
    const host = rig(SEED, kind);
    const tZero = play(host);
    host.wait(SETTLED_MICROS);
    const before = pulsesOf(host).at(-2)?.onMicros ?? NaN;
    const random = createRandom(SEED);
    host.endContact();
    const tFlood = host.now();
    for (let i = 0; i < 100; i++) {
      host.band.link.host.write(Uint8Array.from({ length: 1_000 }, () => Math.floor(256 * random.uniform())));
      host.wait(i < 50 ? 100_000 : 100);
    }
    host.wait(90_000_000);
    const usual = (before - tZero) % PERIOD_MICROS;
    for (const { onMicros, offMicros = Infinity } of pulsesAfter(host, tFlood)) {
      // Nor is it a pulse when a band that its watchdog started anew sets up its driver.
      if (offMicros - onMicros < TWITCH_MICROS) continue;
      const off = (onMicros - tZero - usual + PERIOD_MICROS / 2) % PERIOD_MICROS;
      expect(Math.abs(off - PERIOD_MICROS / 2)).toBeLessThan(MAX_LATE_MICROS + COMMAND_MICROS);
    }
    expectWithinLimits(host);
    // So much at once may keep the main loop from feeding the watchdog.
    host.band.link.connect();
    // A fresh line: the last of the garbage had no end.
    host.band.link.host.write(Uint8Array.of(NEWLINE));
    play(host, { revision: 2 });
    host.wait(8_000_000);
    expect(pulsesAfter(host, host.now() - 5_000_000).length).toBeGreaterThanOrEqual(9);
  });
});

describe(`a main loop that hangs for good, seed ${String(SEED)}`, () => {
  it("watchdog: boots the band anew, and the motor stays off", () => {
    const host = inMidPulse(SEED);
    const { bootId } = host.hello();
    untilPulseBegins(host);
    const tHang = host.now();
    host.band.hang(8_000_000);
    host.wait(20_000_000);
    expect(host.band.link.host.isOpen).toBe(false);
    host.endContact();
    host.band.link.connect();
    expect(host.hello().bootId).not.toBe(bootId);
    host.wait(10_000_000);
    expectNothingFelt(host, tHang + PULSE_MICROS);
    expect(longestMicros(pulsesOf(host))).toBeLessThan(PULSE_MICROS + TIMER_MICROS);
  });
});
