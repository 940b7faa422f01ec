import type { BoardFacts } from "./board.ts";
import { KX023_ACCEL } from "./imu-scales.ts";
import { ERM_RESPONSE, lagMicrosOf } from "./motor-response.ts";

/** Bangle.js 2: a watch sold ready-made. Pins: Espruino's board file BANGLEJS2.py. */
export const banglejs2 = {
  id: "banglejs2",
  label: "Bangle.js 2",
  variables: 12_000,
  cpuMegahertz: 64,
  links: ["ble"],
  motor: {
    kind: "erm",
    offPin: "D19",
    // To be measured on a watch. It is always driven in full and made weaker by being driven for less long, so that it
    // takes off alike at every strength.
    lags: [[255, lagMicrosOf(ERM_RESPONSE, 1)]],
    minIntervalMicros: 333_333,
  },
  imu: {
    chip: "KX023",
    axes: 3,
    nominalRateHz: 50,
    // What Espruino sets up; it hands the values over as numbers in g.
    accelRangeG: KX023_ACCEL[1].range,
    accelScaleG: KX023_ACCEL[1].scale,
    gyroRangeDps: 0,
    gyroScaleDps: 0,
  },
  button: { pin: "D17", activeHigh: true },
  espruino: { boards: ["BANGLEJS2"], install: "app" },
  wayBack: "hold the button for six seconds: the watch leaves the app and shows its clock",
} as const satisfies BoardFacts;
