import { xiaoSenseWiring } from "@entrain/boards";
import { AIR_READINGS, BURST_SAMPLES } from "@entrain/protocol";
import { HAS_AIR, isOnAir, takeAirSums } from "#air";
import { nowMicros } from "../clock.ts";
import { advanceSampleClock, samplePeriodMicros, startSampleClock } from "../sample-clock.ts";
import { LSM6DS3_GYRO_52_HZ } from "./imu-registers.ts";
import { LSM6DS3_ID, readSamples, setAccelControl, startLsm6ds3, waitingSamples } from "./lsm6ds3.ts";

/** The chip on the XIAO Sense module, and the pins that it hangs on. */

/** The chip takes 15 ms from power to an answer. */
const POWER_UP_MILLIS = 20;
/** Half the time that a burst takes to gather. */
const LOOK_MILLIS = 38;
export const IMU_ADDRESS = xiaoSenseWiring.imuAddress;
export const imuBus = new I2C();
const NOMINAL_PERIOD_MICROS = 19231;

export const setAccel = (accelControl: number): void => {
  setAccelControl(imuBus, IMU_ADDRESS, accelControl);
};

/** @param onStarted - the chip answered as it should and samples */
export const startXiaoImu = (
  accelControl: number,
  onStarted: () => void,
  canSend: () => boolean,
  emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
  onWrongChip: (whoAmI: number) => void,
): void => {
  digitalWrite(D15, 1);
  imuBus.setup({ sda: D17, scl: D16, bitrate: 400000 });
  const readBurst = (): void => {
    const behind = Math.floor(waitingSamples(imuBus, IMU_ADDRESS)) - BURST_SAMPLES;
    if (behind < 0) return;
    // Never more in one frame, though more may wait: two longer ones would not fit the transmit buffer (credit.ts).
    const tLastMicros = advanceSampleClock(BURST_SAMPLES, nowMicros() - behind * samplePeriodMicros);
    emit(
      readSamples(imuBus, IMU_ADDRESS, BURST_SAMPLES),
      BURST_SAMPLES,
      tLastMicros - (BURST_SAMPLES - 1) * samplePeriodMicros,
      tLastMicros,
    );
  };
  /** For a bridge: the sum of three, acceleration being the last three numbers of each six. */
  const readThree = (): void => {
    const behind = Math.floor(waitingSamples(imuBus, IMU_ADDRESS)) - AIR_READINGS;
    if (behind < 0) return;
    const tLastMicros = advanceSampleClock(AIR_READINGS, nowMicros() - behind * samplePeriodMicros);
    const values = new Int16Array(readSamples(imuBus, IMU_ADDRESS, AIR_READINGS).buffer);
    takeAirSums(
      (values[3] as number) + (values[9] as number) + (values[15] as number),
      (values[4] as number) + (values[10] as number) + (values[16] as number),
      (values[5] as number) + (values[11] as number) + (values[17] as number),
      tLastMicros - samplePeriodMicros,
    );
  };
  const look = (): void => {
    // What waits in the FIFO is not in a hurry.
    if (!canSend()) return;
    if (HAS_AIR && isOnAir) readThree();
    else readBurst();
  };
  setTimeout(() => {
    const id = startLsm6ds3(imuBus, IMU_ADDRESS, accelControl, LSM6DS3_GYRO_52_HZ);
    if (id !== LSM6DS3_ID) {
      onWrongChip(id);
      return;
    }
    startSampleClock(NOMINAL_PERIOD_MICROS);
    onStarted();
    setInterval(look, LOOK_MILLIS);
  }, POWER_UP_MILLIS);
};
