import { MPU6050_ACCEL, MPU6050_GYRO } from "@entrain/boards";
import type { Wrist } from "../wrist/index.ts";
import type { Chip } from "./chip.ts";
import { createSampleRing } from "./sample-ring.ts";

// Register map RM-MPU-6000A-00 rev. 4.2. Written from the data sheet, not from the driver that is tested against it.

const SMPLRT_DIV = 0x19;
const CONFIG = 0x1a;
const GYRO_CONFIG = 0x1b;
const ACCEL_CONFIG = 0x1c;
const FIFO_EN = 0x23;
const USER_CTRL = 0x6a;
const PWR_MGMT_1 = 0x6b;
const FIFO_COUNT_H = 0x72;
const FIFO_R_W = 0x74;
const WHO_AM_I = 0x75;
const CHIP_ID = 0x68;
const SLEEP = 0x40;
const FIFO_ENABLE = 0x40;
const FIFO_RESET = 0x04;
const ALL_AXES = 0x78;
const FIFO_BYTES = 1_024;
const WORDS_PER_SET = 6;
const BYTES_PER_SET = 2 * WORDS_PER_SET;

/** An MPU-6050 on a wrist. Its FIFO is big-endian, acceleration first, and stops being whole when it has overflowed. */
export const createMpu6050Chip = (wrist: Wrist, rateShare: number, chipId = CHIP_ID): Chip => {
  const registers = new Uint8Array(128);
  registers[PWR_MGMT_1] = SLEEP;
  const accelG = new Float64Array(3);
  const gyroDps = new Float64Array(3);
  const ring = createSampleRing(Math.floor(FIFO_BYTES / BYTES_PER_SET), WORDS_PER_SET);
  let isOverflown = false;
  let tNextMicros = 0;

  const register = (at: number): number => registers[at] ?? 0;
  const isRunning = (): boolean =>
    (register(PWR_MGMT_1) & SLEEP) === 0 && (register(USER_CTRL) & FIFO_ENABLE) !== 0 && register(FIFO_EN) === ALL_AXES;
  const periodMicros = (): number => {
    // With a low pass the gyroscope runs at 1 kHz, without at 8.
    const gyroHz = [1, 2, 3, 4, 5, 6].includes(register(CONFIG) & 7) ? 1_000 : 8_000;
    return (1e6 * (1 + register(SMPLRT_DIV))) / (gyroHz * rateShare);
  };
  const sampleUpTo = (tMicros: number): void => {
    const accel = MPU6050_ACCEL.find(({ code }) => code === ((register(ACCEL_CONFIG) >> 3) & 3));
    const gyro = MPU6050_GYRO.find(({ code }) => code === ((register(GYRO_CONFIG) >> 3) & 3));
    for (; isRunning() && tNextMicros <= tMicros; tNextMicros += periodMicros()) {
      wrist.sample(tNextMicros, accelG, gyroDps);
      if (BYTES_PER_SET * (ring.count() + 1) > FIFO_BYTES) isOverflown = true;
      ring.put([
        ...Array.from(accelG, (g) => g / (accel?.scale ?? 1)),
        ...Array.from(gyroDps, (dps) => dps / (gyro?.scale ?? 1)),
      ]);
    }
  };

  return {
    write(at, value, tMicros) {
      sampleUpTo(tMicros);
      registers[at] = value;
      if (at === USER_CTRL && (value & FIFO_RESET) !== 0) {
        ring.clear();
        isOverflown = false;
      }
      if (at === FIFO_EN) tNextMicros = tMicros + periodMicros();
    },
    read(at, bytes, tMicros) {
      sampleUpTo(tMicros);
      if (at === WHO_AM_I) return Uint8Array.of(chipId);
      if (at === FIFO_R_W) {
        const little = ring.take(Math.floor(bytes / BYTES_PER_SET));
        // Out of step by some bytes, as it really is.
        return isOverflown ? little.fill(0x55) : little.map((_, i) => little[i ^ 1] ?? 0);
      }
      if (at !== FIFO_COUNT_H) return registers.slice(at, at + bytes);
      const waiting = isOverflown ? FIFO_BYTES : BYTES_PER_SET * ring.count();
      return Uint8Array.of(waiting >> 8, waiting & 0xff);
    },
  };
};
