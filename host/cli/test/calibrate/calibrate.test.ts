import { type ByteLink, FrameBand } from "@entrain/band";
import { type BoardId, boards } from "@entrain/boards";
import { sessionMicros, SOFT_STRENGTH } from "@entrain/protocol";
import { createPerson, createRandom, SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import { type Calibration, calibrateBand } from "../../src/calibrate/calibrate-band.ts";

const SEED = 90_210;
const TIMEOUT_MILLIS = 60_000;

interface Case {
  readonly board: BoardId;
  readonly link: "usb" | "ble";
  readonly manner?: "still" | "own-rhythm";
}

const open = ({ board, link: kind, manner = "still" }: Case, seed: number) => {
  const clock = new VirtualClock();
  const random = createRandom(seed);
  const person = { name: "tested", gesture: "sway", manner } as const;
  const body = createPerson(person, 1, clock.nowMicros(), random.fork("body"));
  const simulated = new SimulatedBand({ name: "tested", board, link: kind, scheduler: clock, random, body });
  const { host } = simulated.link;
  const openLink = (): Promise<ByteLink> => {
    const link: ByteLink = {
      write: (bytes) => {
        host.write(bytes);
      },
      onBytes: undefined,
      onClose: undefined,
      close: () => Promise.resolve(),
    };
    simulated.link.connect();
    host.onBytes = (bytes) => link.onBytes?.(bytes);
    host.onOpenChange = (isOpen) => {
      if (!isOpen) link.onClose?.("unplugged");
    };
    return Promise.resolve(link);
  };
  const band = new FrameBand({ name: "tested", scheduler: clock, openLink });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) await Promise.resolve();
  };
  const pass = (seconds: number): Promise<void> =>
    clock.advanceToDrained(sessionMicros(clock.nowMicros() + seconds * 1e6), settle);
  return { clock, simulated, band, pass };
};

const run = async (opened: ReturnType<typeof open>, pulses: number, dryRun = false): Promise<Calibration> => {
  const { band, clock, pass } = opened;
  const connected = band.connect();
  await pass(2);
  await connected;
  let outcome: Calibration | Error | undefined;
  calibrateBand(band, { scheduler: clock, pulses, dryRun, onPulse: () => undefined }).then(
    (result) => (outcome = result),
    (error: unknown) => (outcome = error as Error),
  );
  while (outcome === undefined) await pass(1);
  if (outcome instanceof Error) throw outcome;
  return outcome;
};

/** From the motor's command to what the wearer felt, for each soft pulse: what only a simulation knows. */
const truths = ({ felt, drivenSpans }: SimulatedBand): readonly number[] => {
  // A change of level within a pulse begins none.
  const begins = drivenSpans.flatMap(({ onMicros }, i) =>
    onMicros - (drivenSpans[i - 1]?.offMicros ?? -Infinity) > 1_000 ? [onMicros] : [],
  );
  return felt.map((tFelt) => tFelt - Math.max(...begins.filter((on) => on < tFelt))).sort((a, b) => a - b);
};

/** Between two rows of a board's table. */
const lagAt = (lags: readonly (readonly [number, number])[], strength: number): number => {
  const above = lags.findIndex(([s]) => s >= strength);
  const [s1, l1] = lags[above] ?? [NaN, NaN];
  const [s0, l0] = lags[above - 1] ?? [0, l1];
  return l0 + ((strength - s0) / (s1 - s0)) * (l1 - l0);
};

const CASES: readonly Case[] = [
  { board: "xiao-sense", link: "usb" },
  { board: "banglejs2", link: "ble" },
  { board: "xiao-tap", link: "usb" },
];

describe.each(CASES)("calibrating a $board over $link", { timeout: TIMEOUT_MILLIS }, (kind) => {
  it.each([1])(
    "finds the lag of its motor within 5 ms, and the band keeps it through a restart (seed + %d)",
    async (i) => {
      const opened = open(kind, SEED + i);
      const result = await run(opened, 24);
      const all = truths(opened.simulated);
      const truth = all[all.length >> 1] ?? NaN;
      const what = `found ${String(result.lagMicros)} ± ${String(result.errorMicros)}, truth ${String(truth)} µs`;
      expect(Math.abs(result.lagMicros - truth), what).toBeLessThan(5_000);
      expect(result.errorMicros, what).toBeLessThan(10_000);
      expect(result.driver).toBe(kind.board === "xiao-sense" ? "calibrated" : "none");
      // The table is moved as a whole; what a host is told is the lag at full strength.
      const { lags } = boards[kind.board].motor;
      const told = opened.band.info?.motorLagMicros ?? NaN;
      expect(told).toBe(lags.at(-1)?.[1]);
      opened.simulated.reboot();
      await opened.pass(6);
      const soft = lagAt(lags, SOFT_STRENGTH);
      expect(Math.abs((opened.band.info?.motorLagMicros ?? NaN) - (told + result.lagMicros - soft))).toBeLessThan(1);
      await opened.band.close();
    },
  );
});

describe("what cannot be calibrated", { timeout: TIMEOUT_MILLIS }, () => {
  it("an arm that moves", async () => {
    const opened = open({ board: "xiao-sense", link: "usb", manner: "own-rhythm" }, SEED);
    await expect(run(opened, 8, true)).rejects.toThrow(/expected tested to lie still, found it moving by 0\.\d+ g/);
  });

  it("a motor whose wire is broken: the driver says so, and nothing is felt", async () => {
    const opened = open({ board: "xiao-sense", link: "usb" }, SEED);
    opened.simulated.breakMotor();
    await expect(run(opened, 8)).rejects.toThrow("found no vibration that could be felt in 8 pulses");
  });
});
