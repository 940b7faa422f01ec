import { BandState, WearerAction } from "@entrain/protocol";
import { describe, expect, it } from "vitest";
import { createRandom, createTapEngine } from "../src/index.ts";
import { play, pulsesOf } from "./rig.ts";
import { tapTwice, wear } from "./tapping.ts";

// The stop of a band with no button. bench/double-taps.ts measures the same for hours.

const SEED = 2_718;

describe("the tap engine, in samples of 416 a second", () => {
  const settings = { thresholdG: 1.25, shock: 4, quiet: 12, latency: 160 };
  /** At which samples a double tap was complete. */
  const found = (shocks: readonly (readonly [at: number, length: number])[]): readonly number[] => {
    const feel = createTapEngine(() => settings);
    const at: number[] = [];
    for (let i = 0; i < 600; i++) {
      const isShock = shocks.some(([from, length]) => i >= from && i < from + length && (i - from) % 2 === 0);
      if (feel(Float64Array.of(isShock ? 6 : 0, 0, 1))) at.push(i);
    }
    return at;
  };

  it("finds two short shocks, as soon as the second is over", () => {
    expect(
      found([
        [20, 1],
        [110, 1],
      ]),
    ).toEqual([112]);
  });

  it.each([
    ["one shock", [[20, 1]]],
    [
      "two too far apart",
      [
        [20, 1],
        [220, 1],
      ],
    ],
    [
      "two so close that they are one",
      [
        [20, 1],
        [34, 1],
      ],
    ],
    [
      "a shock that rings on for longer than a tap",
      [
        [20, 9],
        [110, 9],
      ],
    ],
  ] as const)("finds nothing in %s", (_what, shocks) => {
    expect(found(shocks)).toEqual([]);
  });
});

describe(`a double tap, seed ${String(SEED)}`, { timeout: 60_000 }, () => {
  it("stops a band that plays, soon, nearly every time, and two of them take it back", () => {
    const host = wear(SEED, { gesture: "sway", manner: "still", bpm: 60 });
    const random = createRandom(SEED);
    play(host, { pulseMillis: 120 });
    host.wait(6_000_000);
    const TRIES = 12;
    let stopped = 0;
    let resumed = 0;
    let latest = 0;
    for (let i = 0; i < TRIES; i++) {
      host.wait(2_000_000 + 500_000 * random.uniform());
      tapTwice(host, () => random.normal());
      const tTapped = host.now();
      host.wait(600_000);
      if (host.all("wearerEvent").at(-1)?.event === WearerAction.stop) stopped++;
      else continue;
      latest = Math.max(latest, (pulsesOf(host).at(-1)?.offMicros ?? 0) - tTapped);
      host.wait(1_000_000);
      for (let tries = 0; tries < 3 && host.hello().state === BandState.stoppedByWearer; tries++) {
        resumed++;
        for (let again = 0; again < 2; again++) {
          tapTwice(host, () => random.normal());
          host.wait(600_000);
        }
        host.wait(2_000_000);
      }
    }
    expect(resumed).toBeLessThan(1.1 * stopped);
    expect(stopped).toBeGreaterThanOrEqual(0.99 * TRIES);
    expect(latest).toBeLessThan(50_000);
  });

  it.each([
    { gesture: "drum", manner: "follows", bpm: 180 },
    { gesture: "clap", manner: "follows", bpm: 150 },
    { gesture: "clap", manner: "own-rhythm", bpm: 240 },
  ] as const)("is not found in 40 s of $gesture at $bpm a minute, nor in the motor's own shake", (wearing) => {
    const host = wear(SEED, wearing);
    play(host, { pulseMillis: 150, segments: Float64Array.of(0, 60e6 / wearing.bpm, 0) });
    host.wait(40_000_000);
    expect(host.all("wearerEvent")).toEqual([]);
  });
});
