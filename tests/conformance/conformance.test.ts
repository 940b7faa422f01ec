import { describe, test } from "vitest";
import type { BandSource } from "./band-under-test.ts";
import { espruinoSource } from "./bands/espruino.ts";
import { FROM_FLASH } from "./bands/flashed.ts";
import { nativeTimersSource } from "./bands/native-timers.ts";
import { portSource } from "./bands/port.ts";
import { simulatedSource } from "./bands/simulated.ts";
import { steppedSource } from "./bands/stepped.ts";
import { behaviours } from "./behaviours/index.ts";
import { SEQUENCES } from "./behaviours/random.ts";
import { Wire } from "./wire.ts";

/** The longest behaviour waits for a host's silence of 13 s and more, on real time; and more, if more is asked for. */
const TIMEOUT_MILLIS = 60_000 + 300 * SEQUENCES;

const sources: readonly BandSource[] = [
  simulatedSource("xiao-sense", "usb", 1),
  simulatedSource("xiao-sense", "ble", 2),
  simulatedSource("banglejs2", "ble", 3),
  espruinoSource("banglejs2", process.env["ESPRUINO_BIN"]),
  espruinoSource("xiao-sense", process.env["ESPRUINO_BIN"]),
  espruinoSource("banglejs2", process.env["ESPRUINO_BIN"], FROM_FLASH),
  espruinoSource("xiao-sense", process.env["ESPRUINO_BIN"], FROM_FLASH),
  steppedSource("banglejs2", process.env["ESPRUINO_BIN"]),
  steppedSource("xiao-sense", process.env["ESPRUINO_BIN"]),
  steppedSource("xiao-tap", process.env["ESPRUINO_BIN"]),
  nativeTimersSource("banglejs2", process.env["ESPRUINO_TIMER_BIN"]),
  nativeTimersSource("xiao-sense", process.env["ESPRUINO_TIMER_BIN"]),
  portSource(process.env["BAND_PORT"]),
];

describe.each(sources)("$name", (source) => {
  for (const { name, needs, run } of behaviours) {
    const missing = needs.filter((need) => !source.offers.includes(need));
    const why = source.absent ?? (missing.length > 0 ? `it does not offer ${missing.join(", ")}` : undefined);
    test.skipIf(why !== undefined)(
      `${name}${why === undefined ? "" : ` (skipped: ${why})`}`,
      { timeout: TIMEOUT_MILLIS },
      async () => {
        const band = await source.start();
        try {
          await run(new Wire(band));
        } finally {
          await band.close();
        }
      },
    );
  }
});
