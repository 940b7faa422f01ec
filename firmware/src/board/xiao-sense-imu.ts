import { MIN_ONSET_INTERVAL_MILLIS } from "@entrain/protocol";
import { LSM6DS3_ACCEL_416_HZ, LSM6DS3_ACCEL_52_HZ, LSM6DS3_ACCEL_833_HZ } from "./imu-registers.ts";
import { armOnsetEngine, readForceSquared, setOnsetEngine } from "./lsm6ds3-onsets.ts";
import { IMU_ADDRESS, imuBus, setAccel, startXiaoImu } from "./xiao-imu.ts";

export const setWideband = (isWide: boolean): void => {
  setAccel(isWide ? LSM6DS3_ACCEL_833_HZ : LSM6DS3_ACCEL_52_HZ);
};

export const startImu = (
  canSend: () => boolean,
  emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
  onWrongChip: (whoAmI: number) => void,
  _isQuiet: () => boolean,
): void => {
  startXiaoImu(LSM6DS3_ACCEL_52_HZ, () => undefined, canSend, emit, onWrongChip);
};

let isWatched = false;

const readStrength = (): number => readForceSquared(imuBus, IMU_ADDRESS);

/** D18 is the chip's first interrupt; the FIFO still takes 52 samples a second. */
export const senseOnsets = (isOn: number, onOnset: (tMicros: number, readStrength: () => number) => void): void => {
  setAccel(isOn ? LSM6DS3_ACCEL_416_HZ : LSM6DS3_ACCEL_52_HZ);
  setOnsetEngine(imuBus, IMU_ADDRESS, isOn);
  if (isWatched) return;
  isWatched = true;
  setWatch(
    (event) => {
      onOnset(event.time * 1000000, readStrength);
      setTimeout(() => {
        armOnsetEngine(imuBus, IMU_ADDRESS);
      }, MIN_ONSET_INTERVAL_MILLIS);
    },
    D18,
    { repeat: true, edge: "rising", debounce: 0 },
  );
};
