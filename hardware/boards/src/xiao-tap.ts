import type { BoardFacts } from "./board.ts";
import { ERM_RESPONSE, lagMicrosOf } from "./motor-response.ts";
import { xiaoSense } from "./xiao-sense.ts";

const STRENGTHS = [64, 255] as const;
/** What its firmware drives in full first (`firmware/src/board/erm.ts`). */
const KICK_MICROS = 40_000;

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
    // Driven in full until it turns. To be measured.
    lags: STRENGTHS.map((strength) => [strength, lagMicrosOf(ERM_RESPONSE, strength / 255, KICK_MICROS)] as const),
    minIntervalMicros: 333_333,
  },
  button: undefined,
  wayBack: "connect D1 to 3V3 while the board starts: Espruino then skips the stored code",
} as const satisfies BoardFacts;
