import { xiaoSense, xiaoSenseWiring } from "@entrain/boards";
import { BURST_SAMPLES, Capability } from "@entrain/protocol";
import { nowMicros } from "../clock.ts";
import { floor } from "../natives.ts";
import { advanceSampleClock, samplePeriodMicros, startSampleClock } from "../sample-clock.ts";
import { setDrive, startDrv2605l } from "./drv2605l.ts";
import { readSamples, startLsm6ds3, waitingSamples } from "./lsm6ds3.ts";

export const BOARD_ID = xiaoSense.id;
export const CAPABILITIES = Capability.motor | Capability.accelerometer | Capability.gyroscope | Capability.button;
export const AXES = 6;
export const ACCEL_SCALE_G = xiaoSense.imu.accelScaleG;
export const GYRO_SCALE_DPS = xiaoSense.imu.gyroScaleDps;
export const MOTOR_LAG_MICROS = xiaoSense.motor.lagMicros;
export const MIN_INTERVAL_MICROS = xiaoSense.motor.minIntervalMicros;
export const OFF_PIN: Pin = D2;
export const BUTTON_PIN: Pin = D1;

/** A few transfers on the bus take no longer. */
const START_MILLIS = 20;

const imuBus = new I2C();
const motorBus = new I2C();

export const drivenMillis = (millis: number): number => millis;

export const driveMotor = (strength: number): void => {
  digitalWrite(OFF_PIN, 1);
  setDrive(motorBus, xiaoSenseWiring.motorAddress, strength);
};

export const startMotor = (): void => {
  digitalWrite(OFF_PIN, 0);
  motorBus.setup({ sda: D4, scl: D5, bitrate: 400000 });
  // The chip listens only while enabled, and after a reset it still has the strength of the pulse that was on: what ends
  // a pulse ends this, too, even if the bus does not answer.
  espruinoRequire("timer").add({ type: "SET", pin: OFF_PIN, value: 0, time: START_MILLIS });
  digitalWrite(OFF_PIN, 1);
  startDrv2605l(motorBus, xiaoSenseWiring.motorAddress);
  digitalWrite(OFF_PIN, 0);
};

/** The chip takes 15 ms from power to an answer. */
const POWER_UP_MILLIS = 20;
/** Half the time that a burst takes to gather. */
const LOOK_MILLIS = 38;
const NOMINAL_PERIOD_MICROS = 19231;

export const startImu = (
  canSend: () => boolean,
  emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
): void => {
  digitalWrite(D15, 1);
  imuBus.setup({ sda: D17, scl: D16, bitrate: 400000 });
  const address = xiaoSenseWiring.imuAddress;
  const look = (): void => {
    if (!canSend()) return; // what waits in the FIFO is not in a hurry
    const behind = floor(waitingSamples(imuBus, address)) - BURST_SAMPLES;
    if (behind < 0) return;
    // Never more in one frame, though more may wait: two longer ones would not fit the transmit buffer (credit.ts).
    const tLastMicros = advanceSampleClock(BURST_SAMPLES, nowMicros() - behind * samplePeriodMicros);
    emit(
      readSamples(imuBus, address, BURST_SAMPLES),
      BURST_SAMPLES,
      tLastMicros - (BURST_SAMPLES - 1) * samplePeriodMicros,
      tLastMicros,
    );
  };
  setTimeout(() => {
    if (!startLsm6ds3(imuBus, address)) return;
    startSampleClock(NOMINAL_PERIOD_MICROS);
    setInterval(look, LOOK_MILLIS);
  }, POWER_UP_MILLIS);
};

/** From the module's divider (1 MΩ over 510 kΩ) on a lithium cell, 3.3 V empty and 4.2 V full; 255 with no cell. */
export const batteryPercent = (): number => {
  digitalWrite(D14, 1);
  const tenthsOfVolt = (analogRead(D32) * 33 * 151) / 51;
  digitalWrite(D14, 0);
  if (tenthsOfVolt < 25) return 255;
  const percent = Math.floor(((tenthsOfVolt - 33) * 100) / 9);
  return percent < 0 ? 0 : percent > 100 ? 100 : percent;
};

export const startWatchdog = (): void => {
  E.enableWatchdog(5, false);
};

/** Whoever spoke last is answered. */
let device: SerialDevice = USB;

export const onText = (callback: (text: string) => void): void => {
  USB.on("data", (text) => {
    device = USB;
    callback(text);
  });
  Bluetooth.on("data", (text) => {
    device = Bluetooth;
    callback(text);
  });
};

export const writeLine = (text: string): void => {
  device.write(text, "\n");
};
