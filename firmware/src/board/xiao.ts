import { ACCEL_SCALE_XIAO_G, GYRO_SCALE_XIAO_DPS } from "./facts.ts";

/** What every band on a XIAO Sense shares: battery, watchdog, light and links. */

export const AXES = 6;
export const ACCEL_SCALE_G = ACCEL_SCALE_XIAO_G;
export const AIR_UNIT_G = ACCEL_SCALE_XIAO_G;
export const GYRO_SCALE_DPS = GYRO_SCALE_XIAO_DPS;
/** Low is shutdown, or the upper transistor closed; a pull-down sees to it. */
export const OFF_PIN: Pin = D2;

/** The green one of the module's three: red is what may not flash. */
export const setLight = (level: 0 | 1): void => {
  digitalWrite(D13, level);
};

/**
 * From the module's divider (1 MΩ over 510 kΩ) on a lithium cell, 3.3 V empty and 4.2 V full; 255 with no cell. Once
 * connected it stays so, for 2.8 µA: switched off, its foot would rise to 3.3 V and lift D32 to the 3.6 V that it bears at
 * most, while the cell is full or charges (Seeed's wiki on the XIAO BLE, battery charging).
 */
export const batteryPercent = (): number => {
  digitalWrite(D14, 1);
  const tenthsOfVolt = (analogRead(D32) * 33 * 151) / 51;
  if (tenthsOfVolt < 25) return 255;
  const percent = Math.floor(((tenthsOfVolt - 33) * 100) / 9);
  return percent < 0 ? 0 : percent > 100 ? 100 : percent;
};

export const startWatchdog = (): void => {
  E.enableWatchdog(5, false);
};

export const HAS_SCREEN = false;
export const startScreen = (_onTouch: () => void): void => undefined;
export const show = (_state: number, _wearerCap: number): void => undefined;

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
