import { LSM6DS3_ACCEL_52_HZ, LSM6DS3_ACCEL_833_HZ } from "./imu-registers.ts";
import { setAccel, startXiaoImu } from "./xiao-imu.ts";

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
