import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import { createDrv2605lChip } from "../src/band/drv2605l-chip.ts";
import { createKx023Chip } from "../src/band/kx023-chip.ts";
import { createLsm6ds3Chip } from "../src/band/lsm6ds3-chip.ts";
import { createMotor, createRandom, createLra, type Wrist } from "../src/index.ts";

/** A wrist whose x acceleration and rotation are functions of time. */
const wristOf = (accelG: (tMicros: number) => number, gyroDps: (tMicros: number) => number = () => 0): Wrist => ({
  sample: (tMicros: number, accel: Float64Array, gyro: Float64Array) => {
    accel.set([accelG(tMicros), 0, 1]);
    gyro.set([gyroDps(tMicros), 0, 0]);
  },
});

describe("the FIFO of the LSM6DS3TR-C", () => {
  const FIFO_CTRL5 = 0x0a;
  const SET_BYTES = 12;
  const RATE_HZ = 52;
  const PERIOD_MICROS = 1e6 / RATE_HZ;
  const make = (wrist: Wrist) => {
    const chip = createLsm6ds3Chip({ wrist, scheduler: new VirtualClock(), rateShare: 1 });
    chip.write(0x10, 0x3c, 0); // 52 Hz, ±8 g
    chip.write(0x11, 0x3c, 0); // 52 Hz, ±2000 deg/s
    return chip;
  };
  // Each sample tells its own index: 1 is taken one period after the FIFO was switched on.
  const create = () => {
    const chip = make(
      wristOf(
        (t) => (0.000244 * t) / PERIOD_MICROS,
        (t) => (-0.07 * t) / PERIOD_MICROS,
      ),
    );
    chip.write(FIFO_CTRL5, 0x1e, 0);
    return chip;
  };
  const level = (chip: ReturnType<typeof create>, tMicros: number): number => {
    const [low = 0, high = 0] = chip.read(0x3a, 2, tMicros);
    return (low + 256 * high) / 6;
  };
  const take = (chip: ReturnType<typeof create>, sets: number, tMicros: number): Int16Array =>
    new Int16Array(chip.read(0x3e, sets * SET_BYTES, tMicros).buffer);

  it("tells who it is, and fills at its rate only once it is told to", () => {
    const chip = make(wristOf(() => 0));
    expect([...chip.read(0x0f, 1, 0)]).toEqual([0x6a]);
    expect(level(chip, 1_000_000)).toBe(0);
    chip.write(FIFO_CTRL5, 0x1e, 1_000_000);
    expect(level(chip, 1_500_001)).toBe(RATE_HZ / 2);
  });

  it("gives rotation before acceleration, oldest first, each once", () => {
    const chip = create();
    const oneG = Math.round(1 / 0.000244);
    expect([...take(chip, 2, 5.5 * PERIOD_MICROS)]).toEqual([-1, 0, 0, 1, 0, oneG, -2, 0, 0, 2, 0, oneG]);
    expect(level(chip, 5.5 * PERIOD_MICROS)).toBe(3);
    expect(take(chip, 1, 5.5 * PERIOD_MICROS)[3]).toBe(3);
  });

  it("loses the oldest when it is full", () => {
    const chip = create();
    expect(level(chip, 500.5 * PERIOD_MICROS)).toBe(341);
    expect(take(chip, 1, 500.5 * PERIOD_MICROS)[3]).toBe(500 - 341 + 1);
  });

  it("clips what lies beyond its range", () => {
    const chip = make(wristOf(() => 9));
    chip.write(FIFO_CTRL5, 0x1e, 0);
    expect(take(chip, 1, 20_000)[3]).toBe(32_767);
  });
});

describe("the DRV2605L", () => {
  const create = () => {
    const random = createRandom(1);
    const motor = createMotor({ model: createLra(random), random });
    const clock = new VirtualClock();
    return { motor, clock, chip: createDrv2605lChip(motor, clock) };
  };

  it("hears nothing and drives nothing while it is disabled", () => {
    const { chip, motor } = create();
    chip.write(0x01, 5, 0);
    chip.write(0x02, 100, 0);
    chip.enable(1, 10);
    expect(motor.isDriven()).toBe(false);
    expect([...chip.read(0x01, 2, 20)]).toEqual([0, 0]);
    chip.enable(0, 30);
    expect([...chip.read(0x01, 2, 40)]).toEqual([0xff, 0xff]); // nobody pulls the line down
  });

  it("drives what it is given in real time, keeps it over a shutdown, brakes at the upper half", () => {
    const { chip, motor } = create();
    chip.enable(1, 0);
    chip.write(0x01, 5, 1);
    chip.write(0x02, 127, 2);
    chip.enable(0, 3);
    expect(motor.drivenSpans).toEqual([{ onMicros: 2, offMicros: 3, level: 1 }]);
    chip.enable(1, 4);
    expect(motor.isDriven()).toBe(true);
    chip.write(0x02, 200, 5);
    expect(motor.isDriven()).toBe(false);
  });

  it("calibrates itself while it has power, and says whether it could", () => {
    const MODE_CALIBRATE = 7;
    const calibrate = (prepare: (chip: ReturnType<typeof createDrv2605lChip>) => void, powerMicros: number) => {
      const { chip, clock, motor } = create();
      prepare(chip);
      chip.enable(1, clock.nowMicros());
      chip.write(0x1a, 0xb6, clock.nowMicros());
      chip.write(0x01, MODE_CALIBRATE, clock.nowMicros());
      chip.write(0x0c, 1, clock.nowMicros());
      clock.advanceBy(powerMicros);
      chip.enable(0, clock.nowMicros());
      chip.enable(1, clock.nowMicros());
      const [status = 0] = chip.read(0, 1, clock.nowMicros());
      return { status, gain: (chip.read(0x1a, 1, clock.nowMicros())[0] ?? 0) & 3, spans: motor.drivenSpans };
    };
    const done = calibrate(() => undefined, 360_000);
    expect(done).toMatchObject({ status: 0xe0, gain: 1 });
    expect(done.spans).toHaveLength(1);
    // Cut short it has no result, and nothing of it goes on by itself but what the chip was told to go on with.
    expect(calibrate(() => undefined, 100_000).gain).toBe(2);
    const broken = calibrate((chip) => {
      chip.breakMotor();
    }, 360_000);
    expect(broken).toMatchObject({ status: 0xe8, gain: 2, spans: [] });
  });
});

describe("the KX023", () => {
  const ODCNTL = 0x1b;
  /** Of an oscillation with amplitude 1, what is left once it has settled. */
  const passed = (hz: number, odcntl: number): number => {
    const chip = createKx023Chip(wristOf((t) => Math.sin((2 * Math.PI * hz * t) / 1e6)));
    chip.write(ODCNTL, odcntl);
    const out = new Float64Array(3);
    let most = 0;
    for (let t = 0; t < 4_000_000; t += 5_000) {
      chip.read(t, out);
      if (t > 2_000_000) most = Math.max(most, Math.abs(out[0] ?? 0));
    }
    return most;
  };

  it("samples at the rate asked for: nothing new between two samples", () => {
    for (const [code, periodMicros] of [
      [0, 80_000],
      [3, 10_000],
    ] as const) {
      const chip = createKx023Chip(wristOf((t) => t / 1e6));
      chip.write(ODCNTL, code);
      const out = new Float64Array(3);
      const seen = new Set<number>();
      for (let t = 0; t < 1_000_000; t += 1_000) {
        chip.read(t, out);
        seen.add(out[0] ?? NaN);
      }
      expect(Math.abs(seen.size - 1e6 / periodMicros)).toBeLessThanOrEqual(1);
    }
  });

  it("lets movement through at 100 Hz and keeps a motor's shaking out, which its own setting blurs", () => {
    expect(passed(1, 3)).toBeGreaterThan(0.95);
    expect(passed(45, 3)).toBeLessThan(0.2);
    expect(passed(2, 0)).toBeLessThan(passed(2, 3));
    expect(passed(30, 0x43)).toBeGreaterThan(passed(30, 3));
  });
});
