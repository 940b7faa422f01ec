import { existsSync, readFileSync } from "node:fs";
import type { MotorSpan } from "../band-under-test.ts";

/** `PIN D2 1.00 1700000000.123456`, and why: a pin's new level, and when, in seconds since 1970. */
const LINE = /^PIN (D\d+) ([\d.]+) ([\d.]+)/;

/**
 * When a pin was high, from an interpreter's own log of its pins.
 *
 * @param aheadMicros - the log's clock less the test's
 */
export const readPinLog = (path: string, pin: string, aheadMicros: number): readonly MotorSpan[] => {
  const spans: MotorSpan[] = [];
  for (const line of existsSync(path) ? readFileSync(path, "latin1").split("\n") : []) {
    const [, which, level, tSeconds] = LINE.exec(line) ?? [];
    if (which !== pin) continue;
    const tMicros = Number(tSeconds) * 1e6 - aheadMicros;
    const open = spans.at(-1);
    if (Number(level) > 0) {
      if (open === undefined || open.offMicros !== undefined) spans.push({ onMicros: tMicros, offMicros: undefined });
    } else if (open !== undefined && open.offMicros === undefined)
      spans[spans.length - 1] = { ...open, offMicros: tMicros };
  }
  return spans;
};
