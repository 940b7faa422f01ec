import type { BoardFacts } from "./board.ts";
import { LSM6DS3TRC_ACCEL, LSM6DS3TRC_GYRO } from "./imu-scales.ts";
import { lagMicrosOf, LRA_RESPONSE } from "./motor-response.ts";

/** Of the table of lags: close together where they differ most. Weaker ones are taken to be as late as the weakest. */
const STRENGTHS = [40, 64, 96, 160, 255] as const;

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
    // The weaker the drive, the later. To be measured on a band.
    lags: STRENGTHS.map((strength) => [strength, lagMicrosOf(LRA_RESPONSE, strength / 255)] as const),
    minIntervalMicros: 0,
  },
  imu: {
    chip: "LSM6DS3TR-C",
    axes: 6,
    // What the interpreter gets out: a burst of four and the grant for it take it 38 ms of its own (docs/BENCH.md), so at
    // 104 Hz the chip's queue would grow without end.
    nominalRateHz: 52,
    accelRangeG: LSM6DS3TRC_ACCEL[2].range,
    accelScaleG: LSM6DS3TRC_ACCEL[2].scale,
    gyroRangeDps: LSM6DS3TRC_GYRO[4].range,
    gyroScaleDps: LSM6DS3TRC_GYRO[4].scale,
  },
  button: { pin: "D1", activeHigh: true },
  espruino: { boards: ["XIAOBLE"], install: "boot" },
  wayBack: "hold the button while the board starts: Espruino then skips the stored code",
} as const satisfies BoardFacts;
