import { LSM6DS3TRC_ACCEL, LSM6DS3TRC_GYRO, type ScaleRow } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { Wrist } from "../wrist/index.ts";
import type { Chip } from "./chip.ts";
import { createSampleRing } from "./sample-ring.ts";
import { createTapEngine } from "./tap-engine.ts";
import { createWakeUpEngine } from "./wake-up-engine.ts";

// Data sheet DocID030071. Written from the data sheet, not from the driver that is tested against it.

const FIFO_CTRL5 = 0x0a;
const WHO_AM_I = 0x0f;
const CTRL1_XL = 0x10;
const CTRL2_G = 0x11;
const WAKE_UP_SRC = 0x1b;
const OUTX_L_XL = 0x28;
const FIFO_STATUS1 = 0x3a;
const FIFO_DATA_OUT_L = 0x3e;
const TAP_CFG = 0x58;
const TAP_THS_6D = 0x59;
const INT_DUR2 = 0x5a;
const WAKE_UP_THS = 0x5b;
const WAKE_UP_DUR = 0x5c;
const MD1_CFG = 0x5e;
/** TAP_CFG: interrupts on; WAKE_UP_SRC must be read for the pin to fall. WAKE_UP_SRC: awake. MD1_CFG: wake-up on INT1. */
const INTERRUPTS_ENABLE = 0x80;
const LATCHED = 0x01;
const AWAKE = 0x08;
const INT1_WAKE_UP = 0x20;
const CHIP_ID = 0x6a;
const WORDS_PER_SET = 6;
/** 4 kB of FIFO hold 341 sets of six words. */
const MOST_SETS = 341;
const CONTINUOUS = 6;
/** By the code in a control register, Hz. */
const RATES_HZ = [0, 12.5, 26, 52, 104, 208, 416, 833, 1_666, 3_332, 6_664];
/** The tap engine's samples are caught up with so often; those of the wake-up engine one by one. */
const TAP_TICK_MICROS = 10_000;

export interface Lsm6ds3Opts {
  readonly wrist: Wrist;
  readonly scheduler: Scheduler;
  /** The rate at which this very chip samples, by what it is asked for; chips are up to 8 % off. */
  readonly rateShare: number;
  /** What answers to WHO_AM_I. Default: this chip. */
  readonly chipId?: number;
  /** INT1. */
  readonly onInterrupt?: (level: 0 | 1) => void;
}

const scaleOf = (rows: readonly ScaleRow[], code: number): ScaleRow =>
  rows.find((row) => row.code === code) ?? { range: 0, code, scale: 1 };

/** The inertial chip of the XIAO Sense: samples its wrist into a FIFO by its own clock, and feels taps. */
export const createLsm6ds3Chip = (opts: Lsm6ds3Opts): Chip => {
  const { wrist, scheduler, rateShare, chipId = CHIP_ID, onInterrupt } = opts;
  const registers = new Uint8Array(128);
  const accelG = new Float64Array(3);
  const gyroDps = new Float64Array(3);
  const ring = createSampleRing(MOST_SETS, WORDS_PER_SET);
  let tNextMicros = 0;
  let tEngineMicros = 0;
  let isTicking = false;
  let isAwake = false;

  const register = (at: number): number => registers[at] ?? 0;
  const rateHz = (code: number): number => (RATES_HZ[code] ?? 0) * rateShare;
  const accelRange = (): ScaleRow => scaleOf(LSM6DS3TRC_ACCEL, (register(CTRL1_XL) >> 2) & 3);
  const gyroRange = (): ScaleRow => scaleOf(LSM6DS3TRC_GYRO, (register(CTRL2_G) >> 1) & 7);

  const sampleUpTo = (tMicros: number): void => {
    const fifoHz = rateHz(register(FIFO_CTRL5) >> 3);
    if ((register(FIFO_CTRL5) & 7) !== CONTINUOUS || fifoHz === 0) return;
    const words = new Array<number>(WORDS_PER_SET);
    const isAccelOn = register(CTRL1_XL) >> 4 > 0;
    const isGyroOn = register(CTRL2_G) >> 4 > 0;
    for (; tNextMicros <= tMicros; tNextMicros += 1e6 / fifoHz) {
      wrist.sample(tNextMicros, accelG, gyroDps);
      for (let axis = 0; axis < 3; axis++) {
        words[axis] = isGyroOn ? (gyroDps[axis] ?? 0) / gyroRange().scale : 0;
        words[axis + 3] = isAccelOn ? (accelG[axis] ?? 0) / accelRange().scale : 0;
      }
      ring.put(words);
    }
  };

  const feelTap = createTapEngine(() => ({
    thresholdG: ((register(TAP_THS_6D) & 0x1f) * accelRange().range) / 32,
    shock: 8 * (register(INT_DUR2) & 3) || 4,
    quiet: 4 * ((register(INT_DUR2) >> 2) & 3) || 2,
    latency: 32 * (register(INT_DUR2) >> 4) || 16,
  }));
  const feelsWakeUp = createWakeUpEngine(() => ({
    thresholdG: ((register(WAKE_UP_THS) & 0x3f) * accelRange().range) / 64,
    duration: (register(WAKE_UP_DUR) >> 5) & 3,
  }));
  const feelsTaps = (): boolean =>
    (register(TAP_CFG) & 0x8e) === 0x8e && (register(WAKE_UP_THS) & 0x80) !== 0 && (register(MD1_CFG) & 0x08) !== 0;
  const wakesUp = (): boolean =>
    (register(TAP_CFG) & INTERRUPTS_ENABLE) !== 0 && (register(MD1_CFG) & INT1_WAKE_UP) !== 0;

  const setAwake = (awake: boolean): void => {
    if (awake === isAwake) return;
    isAwake = awake;
    onInterrupt?.(awake ? 1 : 0);
  };
  const sampleEngines = (): void => {
    wrist.sample(tEngineMicros, accelG, gyroDps);
    if (feelsTaps() && feelTap(accelG)) {
      onInterrupt?.(1);
      onInterrupt?.(0);
    }
    if (!wakesUp()) return;
    const awake = feelsWakeUp(accelG);
    if (awake || (register(TAP_CFG) & LATCHED) === 0) setAwake(awake);
  };
  const tick = (): void => {
    const hz = rateHz(register(CTRL1_XL) >> 4);
    isTicking = hz > 0 && (feelsTaps() || wakesUp());
    if (!isTicking) return;
    const now = scheduler.nowMicros();
    for (; tEngineMicros <= now; tEngineMicros += 1e6 / hz) sampleEngines();
    scheduler.at(sessionMicros(wakesUp() ? tEngineMicros : now + TAP_TICK_MICROS), tick);
  };

  return {
    write(at, value, tMicros) {
      registers[at] = value;
      if (at === FIFO_CTRL5) tNextMicros = tMicros + 1e6 / rateHz(value >> 3);
      if (!wakesUp()) setAwake(false);
      if (isTicking) return;
      tEngineMicros = tMicros;
      tick();
    },
    read(at, bytes, tMicros) {
      sampleUpTo(tMicros);
      if (at === WHO_AM_I) return Uint8Array.of(chipId);
      if (at === WAKE_UP_SRC) {
        const was = isAwake ? AWAKE : 0;
        setAwake(false);
        return Uint8Array.of(was);
      }
      if (at === OUTX_L_XL) {
        wrist.sample(tMicros, accelG, gyroDps);
        return new Uint8Array(Int16Array.from(accelG, (g) => Math.round(g / accelRange().scale)).buffer).slice(
          0,
          bytes,
        );
      }
      if (at === FIFO_DATA_OUT_L) return ring.take(Math.floor(bytes / (2 * WORDS_PER_SET)));
      if (at !== FIFO_STATUS1) return registers.slice(at, at + bytes);
      const words = ring.count() * WORDS_PER_SET;
      return Uint8Array.of(words & 0xff, (words >> 8) & 0x07).slice(0, bytes);
    },
  };
};
