import type { BoardFacts } from "./board.ts";

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
    // Typical of coin motors (50 to 100 ms); to be measured on a watch.
    lagMicros: 70_000,
    minIntervalMicros: 333_333,
  },
  imu: {
    chip: "KX023",
    axes: 3,
    nominalRateHz: 50,
    accelRangeG: 4,
    // Ours: Espruino hands the values over as numbers in g, and 8192 steps a g use the 16 bits of the wire.
    accelScaleG: 1 / 8192,
    gyroRangeDps: 0,
    gyroScaleDps: 0,
  },
  button: { pin: "D17", activeHigh: true },
  wayBack: "hold the button for a second and a half: the watch leaves the app and shows its clock",
} as const satisfies BoardFacts;
