import { AckResult, BandErrorCode, BandState, Manner, QUIET_STRENGTH, WearerAction } from "@entrain/protocol";
import { describe, expect, it } from "vitest";
import type { Host } from "./host.ts";
import { expectWithinLimits, play, type Pulse, pulsesAfter, pulsesOf, rig, startPlan } from "./rig.ts";

// What a wearer can do with one button, on the band that wears it.

const SEED = 31_337;
const TIMEOUT_MILLIS = 30_000;
const KINDS = [
  { board: "xiao-sense", link: "usb" },
  { board: "banglejs2", link: "ble" },
] as const;
/** Short presses less far apart than this belong together. */
const PAUSE_MICROS = 1_250_000;

const press = (host: Host, heldMicros: number): void => {
  host.band.button(true);
  host.wait(heldMicros);
  host.band.button(false);
};
/** Short presses in time, then perhaps a hold, then a pause. */
const presses = (host: Host, count: number, periodMicros: number, thenHold: boolean): void => {
  for (let i = 0; i < count; i++) {
    press(host, 100_000);
    host.wait(periodMicros - 100_000);
  }
  if (thenHold) press(host, 2_200_000);
  else host.wait(PAUSE_MICROS + 200_000);
};
const stop = (host: Host): void => {
  press(host, 100_000);
  host.wait(2_000_000);
};
const events = (host: Host): readonly number[] => host.all("wearerEvent").map(({ event }) => event);
const gaps = (pulses: readonly Pulse[]): readonly number[] =>
  pulses.slice(1).map(({ onMicros }, i) => onMicros - (pulses[i]?.onMicros ?? NaN));

describe.each(KINDS)("the button of a $board", { timeout: TIMEOUT_MILLIS }, (kind) => {
  it("stops at the first press, whatever follows it", () => {
    const host = rig(SEED, kind);
    play(host);
    host.wait(8_000_000);
    press(host, 3_000_000); // held for long enough to resume, had it been stopped
    host.wait(3_000_000);
    expect(events(host)).toEqual([WearerAction.stop]);
    expect(host.hello().state).toBe(BandState.stoppedByWearer);
  });

  it("dims at one short press, goes on at a hold", () => {
    const host = rig(SEED, kind);
    play(host);
    host.wait(6_000_000);
    stop(host);
    presses(host, 1, 500_000, false);
    expect(host.all("wearerEvent").at(-1)).toMatchObject({ event: WearerAction.dim, wearerCap: 191 });
    presses(host, 0, 0, true);
    host.wait(9_000_000);
    expect(events(host)).toEqual([WearerAction.stop, WearerAction.tap, WearerAction.dim, WearerAction.resume]);
    expect(host.all("pulsePlayed").at(-1)?.strength).toBeLessThanOrEqual(200);
    expect(host.hello().state).toBe(BandState.playing);
  });

  it("tells a tapped tempo by the times of the presses, without moving the motor", () => {
    const host = rig(SEED, kind);
    host.begin();
    stop(host);
    const before = host.all("wearerEvent").length;
    presses(host, 5, 600_000, false);
    const taps = host.all("wearerEvent").slice(before);
    expect(taps.map(({ event }) => event)).toEqual(Array(5).fill(WearerAction.tap));
    for (const gap of taps.slice(1).map(({ tMicros }, i) => tMicros - (taps[i]?.tMicros ?? NaN)))
      expect(Math.abs(gap - 600_000)).toBeLessThan(200);
    expect(pulsesOf(host)).toEqual([]);
  });

  it.each([1, 2, 3])(
    "breathes by itself after %d presses and a hold: six, five or four a minute, within the limits",
    (choice) => {
      const host = rig(SEED, kind);
      host.hello(); // nobody is known any better than that
      stop(host);
      presses(host, choice, 400_000, true);
      const tStart = host.now();
      expect(host.hello().state).toBe(BandState.ownRhythm);
      host.wait(70_000_000);
      const pulses = pulsesAfter(host, tStart + 6_000_000);
      const breathMicros = 7_500_000 + 2_500_000 * choice;
      const [shortest, longest] = [Math.min(...gaps(pulses)), Math.max(...gaps(pulses))];
      expect(Math.abs(longest - (11 * breathMicros) / 64)).toBeLessThan(30_000); // the rest after breathing out
      expect(Math.abs(shortest - (3 * breathMicros) / 64)).toBeLessThan(30_000);
      const perBreath = pulses.length / (64_000_000 / breathMicros);
      expect(Math.abs(perBreath - 12)).toBeLessThan(1);
      expectWithinLimits(host);
    },
  );

  it("beats by itself in the time that it was tapped in, softly at first, and stops at any press", () => {
    const host = rig(SEED, kind);
    host.begin();
    stop(host);
    presses(host, 5, 700_000, true);
    const tStart = host.now();
    expect(events(host).at(-1)).toBe(WearerAction.ownRhythm);
    host.wait(20_000_000);
    const played = host.all("pulsePlayed");
    expect(played[1]?.strength).toBeLessThan(90);
    expect(played.at(-1)?.strength).toBe(200);
    for (const gap of gaps(pulsesAfter(host, tStart + 6_000_000))) expect(Math.abs(gap - 700_000)).toBeLessThan(40_000);
    const tPress = host.now();
    press(host, 100_000);
    host.wait(5_000_000);
    expect(pulsesAfter(host, tPress + 50_000)).toEqual([]);
  });

  it("is not led away from its own rhythm, but a stop-all ends it", () => {
    const host = rig(SEED, kind);
    host.begin();
    stop(host);
    presses(host, 1, 400_000, true);
    host.command({
      kind: "plan",
      revision: 1,
      beatZeroMicros: host.now(),
      totalBeats: 0,
      fadeMillis: 0,
      pulseMillis: 60,
      accentMask: 0,
      muteMask: 0,
      beatsPerBar: 4,
      subdivision: 1,
      strength: 200,
      accentStrength: 200,
      swellBeats: 0,
      segments: Float64Array.of(0, 500_000, 0),
    });
    expect(host.command({ kind: "start", revision: 1, fromMicros: host.now() })).toBe(AckResult.withheld);
    expect(host.command({ kind: "stopAll" })).toBe(AckResult.ok);
    const tStop = host.now();
    host.wait(20_000_000);
    expect(pulsesAfter(host, tStop)).toEqual([]);
    expect(host.hello().state).toBe(BandState.resting);
  });
});

describe("a rhythm of the wearer's own", { timeout: TIMEOUT_MILLIS }, () => {
  it("a rhythm of its own needs no host, and ends by itself after half an hour", () => {
    const host = rig(SEED);
    stop(host);
    presses(host, 1, 400_000, true);
    const tStart = host.now();
    host.wait(1_750_000_000);
    expect(pulsesAfter(host, host.now() - 11_000_000).length).toBeGreaterThan(5);
    host.wait(80_000_000);
    const last = pulsesOf(host).at(-1)?.offMicros ?? 0;
    expect(last - tStart).toBeLessThan(1_801_000_000);
    host.begin();
    host.wait(1_000_000);
    expect(host.all("error").map(({ code }) => code)).toContain(BandErrorCode.sessionTimer);
    expect(host.hello().state).toBe(BandState.resting);
  });
});

describe.each(KINDS)("the manners of a $board", { timeout: TIMEOUT_MILLIS }, (kind) => {
  const toManner = (host: Host, steps: number): void => {
    stop(host);
    for (let i = 0; i < steps; i++) presses(host, 2, 400_000, false);
    presses(host, 0, 0, true);
  };

  it("two presses make it quiet, through a restart", () => {
    const host = rig(SEED, kind);
    play(host);
    host.wait(7_000_000);
    toManner(host, 1);
    host.wait(8_000_000);
    expect(host.all("pulsePlayed").at(-1)?.strength).toBeGreaterThan(0);
    host.band.reboot();
    host.endContact();
    host.wait(3_000_000);
    host.band.link.connect();
    expect(host.begin().wearerCap).toBe(QUIET_STRENGTH);
  });

  it("twice two make it light: the motor rests, at most three flashes a second even at 240 beats a minute", () => {
    const host = rig(SEED, kind);
    host.begin();
    startPlan(host, { segments: Float64Array.of(0, 250_000, 0), pulseMillis: 40 });
    host.wait(7_000_000);
    toManner(host, 2);
    const tLight = host.now();
    const before = host.band.flashes.length;
    host.wait(20_000_000);
    expect(pulsesAfter(host, tLight)).toEqual([]);
    const flashes = host.band.flashes.slice(before);
    expect(flashes.length).toBeGreaterThan(30);
    for (let i = 3; i < flashes.length; i++)
      expect((flashes[i] ?? 0) - (flashes[i - 3] ?? 0)).toBeGreaterThan(1_000_000);
  });

  it("a host may ask for a gentler one, and never for one less gentle", () => {
    const host = rig(SEED, kind);
    host.begin();
    expect(host.command({ kind: "manner", manner: 3 })).toBe(AckResult.badValue);
    expect(host.command({ kind: "manner", manner: Manner.light })).toBe(AckResult.ok);
    for (const manner of [Manner.motor, Manner.quiet])
      expect(host.command({ kind: "manner", manner })).toBe(AckResult.withheld);
    startPlan(host);
    host.wait(8_000_000);
    expect(pulsesOf(host)).toEqual([]);
    expect(host.band.flashes.length).toBeGreaterThan(5);
  });
});

describe("the screen of a watch", () => {
  const kind = { board: "banglejs2", link: "ble" } as const;

  it("says the state and the strength, and a touch stops", () => {
    const host = rig(SEED, kind);
    play(host);
    host.wait(6_000_000);
    expect(host.band.screen).toEqual(["playing", "strength 100", "touch: STOP"]);
    host.band.touchScreen();
    const tTouch = host.now();
    host.wait(3_000_000);
    expect(pulsesAfter(host, tTouch + 50_000)).toEqual([]);
    expect(host.band.screen).toEqual(["stopped", "strength 100", "hold 2 s: go on"]);
    host.band.touchScreen(); // does nothing more
    host.wait(2_000_000);
    expect(events(host)).toEqual([WearerAction.stop]);
  });
});
