import { banglejs2 } from "@entrain/boards";
import { BURST_SAMPLES, Capability, MAX_BURST_SAMPLES } from "@entrain/protocol";
import { nowMicros } from "../clock.ts";

export const BOARD_ID = banglejs2.id;
export const CAPABILITIES = Capability.motor | Capability.accelerometer | Capability.button;
export const AXES = 3;
export const ACCEL_SCALE_G = banglejs2.imu.accelScaleG;
export const GYRO_SCALE_DPS = 0;
export const MOTOR_LAG_MICROS = banglejs2.motor.lagMicros;
export const MIN_INTERVAL_MICROS = banglejs2.motor.minIntervalMicros;
export const OFF_PIN: Pin = D19;
export const BUTTON_PIN: Pin = D17;

/**
 * Strength is made by duration: the timer that ends a pulse sets the pin's level and would not release a PWM, and an
 * eccentric mass that is driven for a shorter time spins up less. Half the duration is where it begins to be felt at all.
 */
export const drivenMillis = (millis: number, strength: number): number => (millis * (strength + 255)) / 510;

export const driveMotor = (_strength: number): void => {
  digitalWrite(OFF_PIN, 1);
};

export const startMotor = (): void => {
  digitalWrite(OFF_PIN, 0);
};

const samples = new Int16Array(3 * MAX_BURST_SAMPLES);
const sampleBytes = new Uint8Array(samples.buffer);
let sampleCount = 0;
let tFirstMicros = 0;

export const startImu = (
  canSend: () => boolean,
  emit: (bytes: Uint8Array, count: number, tFirstMicros: number, tLastMicros: number) => void,
): void => {
  Bangle.setOptions({ powerSave: false });
  // KX023 technical reference manual: CNTL1 (0x18) must have PC1 off before ODCNTL (0x1b) is written. Full resolution,
  // without which there is no low-pass; 100 Hz with the low-pass at a ninth of it, which keeps most of the motor's shake
  // out of a reading every 20 ms.
  Bangle.accelWr(0x18, 0x6c);
  Bangle.accelWr(0x1b, 3);
  Bangle.accelWr(0x18, 0xec);
  // The watch sets the chip up once, when it starts: what we changed, we put back.
  E.on("kill", () => {
    Bangle.accelWr(0x18, 0x2c);
    Bangle.accelWr(0x1b, 0);
    Bangle.accelWr(0x18, 0xac);
  });
  Bangle.setPollInterval(20);
  Bangle.on("accel", (sample) => {
    const tMicros = nowMicros();
    if (sampleCount === 0) tFirstMicros = tMicros;
    const at = 3 * sampleCount;
    samples[at] = sample.x * 8192;
    samples[at + 1] = sample.y * 8192;
    samples[at + 2] = sample.z * 8192;
    sampleCount++;
    if (sampleCount < BURST_SAMPLES || (sampleCount < MAX_BURST_SAMPLES && !canSend())) return;
    emit(sampleBytes, sampleCount, tFirstMicros, tMicros);
    sampleCount = 0;
  });
};

export const batteryPercent = (): number => E.getBattery();

/** The watch feeds its own watchdog of 5 s from an interrupt, which would hide an interpreter that hangs. */
export const startWatchdog = (): void => {
  Bangle.setOptions({ manualWatchdog: true });
};

export const onText = (callback: (text: string) => void): void => {
  Bluetooth.on("data", callback);
};

export const writeLine = (text: string): void => {
  Bluetooth.write(text, "\n");
};
