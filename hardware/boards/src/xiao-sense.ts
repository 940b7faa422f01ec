import type { BoardFacts } from "./board.ts";

/**
 * Seeed XIAO nRF52840 Sense with Espruino's XIAOBLE build, on the carrier with a DRV2605L. Pins of the module: Espruino's
 * board file XIAOBLE.py; pins of the carrier: ours.
 */
export const xiaoSense = {
  id: "xiao-sense",
  label: "Seeed XIAO nRF52840 Sense",
  variables: 14_000,
  cpuMegahertz: 64,
  links: ["usb", "ble"],
  motor: {
    kind: "lra",
    // EN of the DRV2605L, pulled down on the carrier: low is shutdown.
    offPin: "D2",
    // Typical of driven linear resonant actuators (10 to 25 ms); to be measured on a band.
    lagMicros: 18_000,
    minIntervalMicros: 0,
  },
  imu: {
    chip: "LSM6DS3TR-C",
    axes: 6,
    // What the interpreter gets out: a burst of four and the grant for it take it 38 ms of its own (docs/BENCH.md), so at
    // 104 Hz the chip's queue would grow without end.
    nominalRateHz: 52,
    accelRangeG: 8,
    // Data sheet DocID030071, table 3: 0.244 mg a step at ±8 g; 70 mdps a step at ±2000 dps.
    accelScaleG: 0.000244,
    gyroRangeDps: 2_000,
    gyroScaleDps: 0.07,
  },
  button: { pin: "D1", activeHigh: true },
  wayBack: "hold the button while the board starts: Espruino then skips the stored code",
} as const satisfies BoardFacts;
