import type { BoardFacts } from "./board.ts";
import { xiaoSense } from "./xiao-sense.ts";

/**
 * The band with the fewest parts: a XIAO Sense and a coin motor between two transistors, no button, no driver. The upper
 * transistor lets current through while its pin is high, the lower one carries the PWM, so that one pin is off whatever
 * the PWM does. A double tap on the band stops it.
 */
export const xiaoTap = {
  ...xiaoSense,
  id: "xiao-tap",
  label: "Seeed XIAO nRF52840 Sense with a coin motor and no button",
  motor: {
    kind: "erm",
    offPin: "D2",
    // Typical of coin motors, a dead time of 15 ms and a rise with 95 ms, driven in full until they turn. To be measured.
    lags: [
      [64, 62_000],
      [255, 57_000],
    ],
    minIntervalMicros: 333_333,
  },
  button: undefined,
  wayBack: "connect D1 to 3V3 while the board starts: Espruino then skips the stored code",
} as const satisfies BoardFacts;
