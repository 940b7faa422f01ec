import { describe, expect, it } from "vitest";
import { setDrive, startDrv2605l } from "../src/board/drv2605l.ts";
import { LSM6DS3_ACCEL_52_HZ, LSM6DS3_GYRO_52_HZ } from "../src/board/imu-registers.ts";
import { LSM6DS3_ID, readSamples, startLsm6ds3, waitingSamples } from "../src/board/lsm6ds3.ts";

/** A bus that remembers what was written and answers what it was told to. */
const createBus = (answers: Readonly<Record<number, readonly number[]>>) => {
  const written: (readonly number[])[] = [];
  let lastCount = 0;
  let lastRegister = 0;
  const bus = {
    setup: () => undefined,
    writeTo: (address: number, bytes: readonly number[]) => {
      written.push([address, ...bytes]);
    },
    readReg: (_address: number, register: number, count: number) => {
      lastCount = count;
      lastRegister = register;
      return Uint8Array.from(answers[register] ?? []);
    },
  };
  return { bus: bus as never, written, read: () => [lastRegister, lastCount] };
};

describe("the LSM6DS3TR-C", () => {
  const ADDRESS = 0x6a;

  it("is left alone where another chip answers", () => {
    const { bus, written } = createBus({ 0x0f: [0x69] });
    expect(startLsm6ds3(bus, ADDRESS, 0x3c, 0x3c)).toBe(0x69);
    expect(written).toEqual([]);
  });

  it("is set up as its data sheet says: 52 Hz, ±8 g, ±2000 dps, continuous FIFO of both, which starts last", () => {
    const { bus, written } = createBus({ 0x0f: [0x6a] });
    expect(startLsm6ds3(bus, ADDRESS, LSM6DS3_ACCEL_52_HZ, LSM6DS3_GYRO_52_HZ)).toBe(LSM6DS3_ID);
    const registers = new Map(written.map(([, register = 0, value = 0]) => [register, value]));
    const rate52 = 0b0011 << 4;
    expect(registers.get(0x12)).toBe(0b0100_0100); // CTRL3_C: BDU, IF_INC
    expect(registers.get(0x10)).toBe(rate52 | (0b11 << 2)); // CTRL1_XL: FS_XL 11 is ±8 g
    expect(registers.get(0x11)).toBe(rate52 | (0b11 << 2)); // CTRL2_G: FS_G 11 is ±2000 dps
    expect(registers.get(0x08)).toBe((0b001 << 3) | 0b001); // FIFO_CTRL3: no decimation of either
    expect(registers.get(0x0a)).toBe((0b0011 << 3) | 0b110); // FIFO_CTRL5: 52 Hz, continuous
    expect(written.at(-1)?.[1]).toBe(0x0a);
  });

  it("counts whole samples in eleven bits of words, and leaves the flags beside them", () => {
    for (const [words, samples] of [
      [0, 0],
      [5, 0],
      [6, 1],
      [2_046, 341],
    ] as const) {
      const { bus } = createBus({ 0x3a: [words & 0xff, (words >> 8) | 0xf8] });
      expect(Math.floor(waitingSamples(bus, ADDRESS))).toBe(samples);
    }
  });

  it("is read twelve bytes a sample", () => {
    const { bus, read } = createBus({});
    readSamples(bus, ADDRESS, 4);
    expect(read()).toEqual([0x3e, 48]);
  });
});

describe("the DRV2605L", () => {
  const ADDRESS = 0x5a;

  it("is told to be still before it is told to play in real time", () => {
    const { bus, written } = createBus({});
    startDrv2605l(bus, ADDRESS);
    expect(written[0]).toEqual([ADDRESS, 0x02, 0]);
    expect(written.at(-1)).toEqual([ADDRESS, 0x01, 5]);
    const [, , ...block] = written.find(([, register]) => register === 0x16) ?? [];
    const [, , , , feedback = 0, , , control3 = 0xff] = block;
    expect(feedback & 0x80).toBe(0x80); // N_ERM_LRA
    expect(control3 & 0x01).toBe(0); // closed loop
  });

  it("never gets a strength that would brake", () => {
    const { bus, written } = createBus({});
    for (let strength = 0; strength < 256; strength++) setDrive(bus, ADDRESS, strength);
    expect(new Set(written.map(([, register, mode]) => `${String(register)} ${String(mode)}`))).toEqual(
      new Set(["1 5"]),
    );
    const values = written.map(([, , , value = NaN]) => value);
    expect(Math.max(...values)).toBe(127);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});
