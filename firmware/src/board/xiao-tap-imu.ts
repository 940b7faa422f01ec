import { LSM6DS3_ACCEL_416_HZ, LSM6DS3_ACCEL_833_HZ } from "./imu-registers.ts";
import { startTapEngine } from "./lsm6ds3-taps.ts";
import { IMU_ADDRESS, imuBus, setAccel, startXiaoImu } from "./xiao-imu.ts";

/**
 * Samples, and double taps told from drumming and clapping: those have the shocks, but an arm that is tapped on is held
 * still for it, one that drums or claps has just swung. So the last bursts are kept, whether or not anybody is sent them.
 */

const KEPT_BURSTS = 4;
const WORDS_PER_SAMPLE = 6;
const GYRO_AXES = 3;
/** 45 deg/s in steps of 70 mdps: soft clapping turns a forearm faster than that, swaying does not. */
const STILL_STEPS = 643;

const bursts: Uint8Array[] = [];
let newest = 0;

/** Every other sample will do: an arm does not swing between two of them. */
const isSwinging = (bytes: Uint8Array): boolean => {
  const words = new Int16Array(bytes.buffer);
  for (let at = 0; at < words.length; at += 2 * WORDS_PER_SAMPLE)
    for (let i = at; i < at + GYRO_AXES; i++) {
      const rate = words[i] as number;
      if (rate > STILL_STEPS || rate < -STILL_STEPS) return true;
    }
  return false;
};

const isStill = (): boolean => {
  if (bursts.length < KEPT_BURSTS) return false;
  for (let i = 0; i < bursts.length; i++) if (isSwinging(bursts[i] as Uint8Array)) return false;
  return true;
};

export const setWideband = (isWide: boolean): void => {
  setAccel(isWide ? LSM6DS3_ACCEL_833_HZ : LSM6DS3_ACCEL_416_HZ);
};

export const startImu = (
  _canSend: () => boolean,
  emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
  onWrongChip: (whoAmI: number) => void,
  isQuiet: () => boolean,
): void => {
  startXiaoImu(
    LSM6DS3_ACCEL_416_HZ,
    () => {
      startTapEngine(imuBus, IMU_ADDRESS);
    },
    () => !isQuiet(),
    (bytes, count, tFirstMicros, tLastMicros) => {
      bursts[newest] = bytes;
      newest = (newest + 1) % KEPT_BURSTS;
      emit(bytes, count, tFirstMicros, tLastMicros);
    },
    onWrongChip,
  );
};

/** D18 is the chip's first interrupt. */
export const startTaps = (onDoubleTap: () => void): void => {
  setWatch(
    () => {
      if (isStill()) onDoubleTap();
    },
    D18,
    { repeat: true, edge: "rising", debounce: 0 },
  );
};
