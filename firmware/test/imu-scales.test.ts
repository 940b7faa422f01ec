import { createLsm6ds3Chip, createMpu6050Chip, Bus, type Wrist } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import { kx023Accel, lsm6ds3Accel, lsm6ds3Gyro, mpu6050Accel, mpu6050Gyro } from "../src/board/imu-registers.ts";
import { LSM6DS3_ID, readSamples, startLsm6ds3 } from "../src/board/lsm6ds3.ts";
import { MPU6050_ID, readMpu6050, startMpu6050, waitingMpu6050 } from "../src/board/mpu6050.ts";

// Every row of every table of ranges, as the data sheets have it: the field's bits, and what a step is worth.

/** At rest on a turntable. Three axes that tell each other apart, within the smallest ranges. */
const ACCEL_G = [0.25, -0.5, 1] as const;
const GYRO_DPS = [10, -50, 100] as const;
const wrist: Wrist = {
  sample: (_t, accelG, gyroDps) => {
    accelG.set(ACCEL_G);
    gyroDps.set(GYRO_DPS);
  },
};
const ADDRESS = 0x6a;

/** An interpreter's bus, over a simulated chip, in a time that the test moves. */
const busTo = (chip: ConstructorParameters<typeof Bus>[0][number]) => {
  const wire = new Bus({ [ADDRESS]: chip });
  const at = { tMicros: 1_000_000 };
  const bus = {
    setup: () => undefined,
    writeTo: (address: number, [register = 0, ...values]: readonly number[]) => {
      wire.select(register);
      wire.write(address, register, values, at.tMicros);
    },
    readReg: (address: number, register: number, count: number) => {
      wire.select(register);
      return wire.readFrom(address, count, at.tMicros);
    },
  };
  return { bus: bus as never, at };
};

const expectValues = (bytes: Uint8Array, accelScale: number, gyroScale: number): void => {
  const words = new Int16Array(bytes.buffer);
  expect(words).toHaveLength(12);
  for (let i = 0; i < words.length; i++) {
    const axis = i % 6;
    const [scale, truth] = axis < 3 ? [gyroScale, GYRO_DPS[axis]] : [accelScale, ACCEL_G[axis - 3]];
    expect(Math.abs((words[i] ?? NaN) * scale - (truth ?? NaN))).toBeLessThanOrEqual(scale / 2 + 1e-12);
  }
};

describe("the LSM6DS3TR-C (DocID030071, table 3, CTRL1_XL, CTRL2_G)", () => {
  const check = (accel: readonly [number, number, number], gyro: readonly [number, number, number]): void => {
    const [rangeG, accelBits, accelScale] = accel;
    const [rangeDps, gyroBits, gyroScale] = gyro;
    expect(lsm6ds3Accel(rangeG)).toBe(accelBits);
    expect(lsm6ds3Gyro(rangeDps)).toBe(gyroBits);
    const { bus, at } = busTo(createLsm6ds3Chip({ wrist, scheduler: new VirtualClock(), rateShare: 1 }));
    expect(startLsm6ds3(bus, ADDRESS, 0x30 | lsm6ds3Accel(rangeG), 0x30 | lsm6ds3Gyro(rangeDps))).toBe(LSM6DS3_ID);
    at.tMicros += 100_000;
    expectValues(readSamples(bus, ADDRESS, 2), accelScale, gyroScale);
  };
  const anyGyro = [2_000, 0b0110 << 1, 0.07] as const;

  it.each([
    [2, 0b00 << 2, 0.000061],
    [16, 0b01 << 2, 0.000488],
    [4, 0b10 << 2, 0.000122],
    [8, 0b11 << 2, 0.000244],
  ] as const)("reads acceleration within ±%d g", (...row) => {
    check(row, anyGyro);
  });

  it.each([
    [250, 0b000 << 1, 0.00875],
    [125, 0b001 << 1, 0.004375],
    [500, 0b010 << 1, 0.0175],
    [1_000, 0b100 << 1, 0.035],
    anyGyro,
  ] as const)("reads rotation within ±%d deg/s", (...row) => {
    check([8, 0b11 << 2, 0.000244], row);
  });

  it("knows no other range", () => {
    expect(() => lsm6ds3Accel(6)).toThrow("expected a range of the chip's table, found 6");
  });
});

describe("the MPU-6050 (PS-MPU-6000A §6.1 and 6.2, RM-MPU-6000A)", () => {
  const start = (accelControl: number, gyroControl: number, chipId?: number) => {
    const made = busTo(createMpu6050Chip(wrist, 1, chipId));
    return { ...made, id: startMpu6050(made.bus, ADDRESS, accelControl, gyroControl) };
  };
  const check = (accel: readonly [number, number, number], gyro: readonly [number, number, number]): void => {
    expect(mpu6050Accel(accel[0])).toBe(accel[1]);
    expect(mpu6050Gyro(gyro[0])).toBe(gyro[1]);
    const { bus, at, id } = start(accel[1], gyro[1]);
    expect(id).toBe(MPU6050_ID);
    at.tMicros += 100_000;
    expectValues(readMpu6050(bus, ADDRESS, 2), 1 / accel[2], 1 / gyro[2]);
  };
  const anyGyro = [2_000, 3 << 3, 16.4] as const;

  it.each([
    [2, 0 << 3, 16_384],
    [4, 1 << 3, 8_192],
    [8, 2 << 3, 4_096],
    [16, 3 << 3, 2_048],
  ] as const)("reads acceleration within ±%d g", (...row) => {
    check(row, anyGyro);
  });

  it.each([[250, 0 << 3, 131], [500, 1 << 3, 65.5], [1_000, 2 << 3, 32.8], anyGyro] as const)(
    "reads rotation within ±%d deg/s",
    (...row) => {
      check([8, 2 << 3, 4_096], row);
    },
  );

  it("samples 50 times a second", () => {
    const { bus, at } = start(0, 0);
    at.tMicros += 500_001;
    expect(waitingMpu6050(bus, ADDRESS)).toBe(25);
  });

  it("empties a FIFO that has overflowed, which fits no sample any more, and goes on", () => {
    const { bus, at } = start(2 << 3, 3 << 3);
    at.tMicros += 5_000_000;
    expect(waitingMpu6050(bus, ADDRESS)).toBe(0);
    at.tMicros += 100_001;
    expect(waitingMpu6050(bus, ADDRESS)).toBe(5);
    expectValues(readMpu6050(bus, ADDRESS, 2), 1 / 4_096, 1 / 16.4);
  });

  it("leaves another chip alone", () => {
    const { bus, at, id } = start(0, 0, 0x71);
    expect(id).toBe(0x71);
    at.tMicros += 1_000_000;
    expect(waitingMpu6050(bus, ADDRESS)).toBe(0);
  });
});

describe("the KX023 (technical reference manual, CNTL1)", () => {
  it.each([
    [2, 0 << 3],
    [4, 1 << 3],
    [8, 2 << 3],
  ] as const)("is told ±%d g by GSEL", (range, bits) => {
    expect(kx023Accel(range)).toBe(bits);
  });
});
