import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import { createKx023Chip } from "../src/band/kx023-chip.ts";
import { createLsm6ds3Chip } from "../src/band/lsm6ds3-chip.ts";
import type { Wrist } from "../src/index.ts";

/** A wrist whose x acceleration is a function of time. */
const wristOf = (accelG: (tMicros: number) => number): Wrist => ({
  sample: (tMicros: number, accel: Float64Array, gyro: Float64Array) => {
    accel.set([accelG(tMicros), 0, 1]);
    gyro.fill(0);
  },
});

describe("the wake-up engine of the LSM6DS3TR-C", () => {
  const PERIOD_MICROS = 1e6 / 416;
  /** Awake at these samples, counted from the first, for a force along x by sample. */
  const wakesAt = (
    forceG: (sample: number) => number,
    opts: { threshold: number; latched: boolean; range?: number },
  ) => {
    const scheduler = new VirtualClock();
    const tStart = scheduler.nowMicros();
    const edges: string[] = [];
    const sampleAt = (tMicros: number): number => Math.round((tMicros - tStart) / PERIOD_MICROS);
    const chip = createLsm6ds3Chip({
      wrist: wristOf((t) => forceG(sampleAt(t))),
      scheduler,
      rateShare: 1,
      onInterrupt: (level) => edges.push(`${level === 1 ? "up" : "down"} ${String(sampleAt(scheduler.nowMicros()))}`),
    });
    chip.write(0x10, opts.range ?? 0x6c, tStart); // 416 Hz, ±8 g
    [0x80 | (opts.latched ? 1 : 0), 0, 0, opts.threshold, 0, 0, 0x20].forEach((value, i) => {
      chip.write(0x58 + i, value, tStart);
    });
    return { chip, scheduler, edges, tStart };
  };
  const step = (g: number, at: number) => (sample: number) => (sample >= at ? g : 0);

  it.each([
    ["at half the difference above a step of a 64th of the range", 0.26, ["up 10", "down 11"]],
    ["and not at less", 0.24, []],
    ["in either direction", -0.26, ["up 10", "down 11"]],
  ])("wakes %s", (_, g, expected) => {
    const { scheduler, edges } = wakesAt(step(g, 10), { threshold: 1, latched: false });
    scheduler.advanceBy(100_000);
    expect(edges).toEqual(expected);
  });

  it("takes its step from the range", () => {
    const { scheduler, edges } = wakesAt(step(0.26, 10), { threshold: 1, latched: false, range: 0x64 }); // ±16 g
    scheduler.advanceBy(100_000);
    expect(edges).toEqual([]);
  });

  it("stays awake, where it is latched, until somebody asks", () => {
    const shake = (sample: number): number => (sample >= 10 && sample < 20 ? sample % 2 : 0);
    const { chip, scheduler, edges, tStart } = wakesAt(shake, { threshold: 1, latched: true });
    scheduler.advanceBy(100_000);
    expect(edges.map((edge) => edge.split(" ")[0])).toEqual(["up"]);
    expect(chip.read(0x1b, 1, tStart + 100_000)).toEqual(Uint8Array.of(0x08));
    expect(chip.read(0x1b, 1, tStart + 100_000)).toEqual(Uint8Array.of(0));
    expect(edges).toHaveLength(2);
  });

  it("sleeps once it is switched off", () => {
    const { chip, scheduler, edges, tStart } = wakesAt(step(2, 50), { threshold: 1, latched: true });
    scheduler.advanceBy(20_000);
    chip.write(0x58, 0, tStart + 20_000);
    scheduler.advanceBy(200_000);
    expect(edges).toEqual([]);
    expect(scheduler.nextDueMicros()).toBeUndefined();
  });

  it("gives the force of the moment", () => {
    const { chip, tStart } = wakesAt(() => 2, { threshold: 1, latched: true });
    const [x, y, z] = new Int16Array(chip.read(0x28, 6, tStart + 5_000).buffer);
    expect([x, y, z]).toEqual([Math.round(2 / 0.000244), 0, Math.round(1 / 0.000244)]);
  });
});

describe("the motion engine of the KX023", () => {
  const on = (forceG: (tMicros: number) => number, change: Readonly<Record<number, number>> = {}) => {
    const chip = createKx023Chip(wristOf(forceG));
    // 100 Hz, every axis, at once, 0.5 g; on, ±4 g, with its engine.
    const setUp: Record<number, number> = { 0x1a: 0x9f, 0x1d: 0x3f, 0x23: 0, 0x30: 8, 0x18: 0xea, ...change };
    for (const register of [0x1a, 0x1d, 0x23, 0x30, 0x18]) chip.write(register, setUp[register] ?? 0);
    const woken = (tMicros: number): boolean => (chip.readRegister(0x13, tMicros) & 2) !== 0;
    expect(woken(0)).toBe(false);
    return { chip, woken };
  };
  const step = (g: number) => (tMicros: number) => (tMicros > 104_000 ? g : 0);

  it.each([
    [0.51, true],
    [-0.51, true],
    [0.49, false],
  ])("a step of %f g wakes it: %s, at its next sample and not before", (g, wakes) => {
    const { woken } = on(step(g));
    expect(woken(109_000)).toBe(false);
    expect(woken(111_000)).toBe(wakes);
  });

  it("says so until INT_REL is read, and only while it is on", () => {
    const { chip, woken } = on(step(2));
    expect([woken(200_000), woken(300_000)]).toEqual([true, true]);
    chip.readRegister(0x17, 300_000);
    expect(woken(400_000)).toBe(false);
    const off = on(step(2), { 0x18: 0xec });
    expect(off.woken(400_000)).toBe(false);
  });

  it("counts samples that stay away from where they were, where it is told to", () => {
    expect(on((t) => (t > 104_000 && t < 135_000 ? 2 : 0), { 0x23: 3 }).woken(300_000)).toBe(false);
    expect(on((t) => (t > 104_000 && t < 145_000 ? 2 : 0), { 0x23: 3 }).woken(300_000)).toBe(true);
    expect(on(step(2), { 0x23: 3 }).woken(141_000)).toBe(true);
    expect(on(step(2), { 0x23: 3 }).woken(131_000)).toBe(false);
  });
});
