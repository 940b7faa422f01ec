import { pick, randomCommand, upTo } from "@entrain/protocol/testing";
import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../src/index.ts";
import type { Host } from "./host.ts";
import { expectWithinLimits, pulsesOf, rig, startPlan } from "./rig.ts";

// Whatever a host asks for, in whatever order: the motor keeps within its limits, and off means off.

const SEED = 90_210;
/** Fifty sequences each; RANDOM_BANDS=200 makes ten thousand of them. */
const BANDS = Number(process.env["RANDOM_BANDS"] ?? 40);
const SEQUENCES_PER_BAND = 50;
const LONGEST_SEQUENCE = 8;

const faults: readonly [(host: Host) => void, ...((host: Host) => void)[]] = [
  () => undefined,
  (host) => {
    host.band.hang(400_000);
  },
  (host) => {
    host.band.link.silenceFor(300_000);
  },
  (host) => {
    host.band.throwInHandler();
  },
  (host) => {
    host.send({ kind: "stopAll" });
  },
];

/** Stops in one of the ways there are, and looks that nothing moves any more. */
const expectOff = (host: Host, random: Random, what: string): void => {
  // What it is already doing it does first.
  host.wait(600_000);
  const byWearer = random.uniform() < 0.5;
  if (byWearer) host.band.button(true);
  else host.send({ kind: "stopAll" });
  host.wait(200_000);
  const before = pulsesOf(host).length;
  expect(host.band.isMotorDriven, what).toBe(false);
  if (byWearer) {
    for (let i = 0; i < 3; i++) host.send(randomCommand(host, random));
    host.band.button(false);
  }
  host.wait(800_000);
  expect(pulsesOf(host).length, what).toBe(before);
  if (!byWearer) return;
  host.band.button(true);
  host.wait(2_100_000);
  host.band.button(false);
};

describe.each([
  { board: "xiao-sense", link: "usb" },
  { board: "banglejs2", link: "ble" },
] as const)("a $board over $link", { timeout: 500 * BANDS + 20_000 }, (kind) => {
  it(`keeps its limits through ${String((BANDS * SEQUENCES_PER_BAND) / 2)} random command sequences`, () => {
    let pulses = 0;
    for (let band = 0; band < BANDS / 2; band++) {
      const seed = SEED + band;
      const random = createRandom(seed);
      const host = rig(seed, kind);
      host.streams = false;
      host.begin();
      for (let sequence = 0; sequence < SEQUENCES_PER_BAND; sequence++) {
        const what = `seed ${String(seed)}, sequence ${String(sequence)}`;
        for (let i = upTo(random, LONGEST_SEQUENCE); i >= 0; i--) {
          host.send(randomCommand(host, random));
          host.wait(pick(random, [1_000, 30_000, 300_000]));
        }
        if (random.uniform() < 0.2) pick(random, faults)(host);
        host.wait(pick(random, [10_000, 300_000, 2_000_000]));
        if (random.uniform() < 0.3) expectOff(host, random, what);
      }
      expectWithinLimits(host, `seed ${String(seed)}`);
      pulses += pulsesOf(host).length;
    }
    expect(pulses).toBeGreaterThan(500);
  });

  it("pulses asked for back to back do not run into one", () => {
    const host = rig(SEED, kind);
    host.begin();
    for (let i = 0; i < 300; i++) {
      host.send({ kind: "pulseNow", expiresMicros: host.after(1e6), durationMillis: 200, strength: 255 });
      host.wait(40_000);
    }
    const pulses = pulsesOf(host);
    expect(pulses.length).toBeGreaterThan(10);
    expectWithinLimits(host, `seed ${String(SEED)}`);
  });

  it("still plays after all that, once it is given a clock and a plan", () => {
    const host = rig(SEED, kind);
    host.begin();
    const random = createRandom(SEED);
    for (let i = 0; i < 60; i++) {
      host.send(randomCommand(host, random));
      host.wait(50_000);
    }
    host.send({ kind: "stopAll" });
    host.command({ kind: "cap", strength: 255 });
    host.command({ kind: "clockMap", ...host.map() });
    const before = pulsesOf(host).length;
    startPlan(host, { revision: 99 });
    host.wait(15_000_000);
    expect(pulsesOf(host).length - before).toBeGreaterThanOrEqual(20);
  });
});
