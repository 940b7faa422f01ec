import { bookPulse, createDutyLedger, microsOfBeat, MIN_INTERVAL_PER_PULSE, SEGMENT_NUMBERS } from "@entrain/protocol";
import { PacingError } from "./errors.ts";
import type { Plan } from "./plan.ts";

/** An endless segment repeats itself; by then the duty ledger has come round several times. */
const PROVED_TAIL_BEATS = 400;

const provedBeats = (plan: Plan): number => {
  let beats = 0;
  for (let i = 0; i < plan.segments.length; i += SEGMENT_NUMBERS) beats += plan.segments[i] ?? 0;
  return plan.totalBeats > 0 ? plan.totalBeats : beats + PROVED_TAIL_BEATS;
};

/**
 * Plays a plan through the ledger that the band's own limiter keeps: a plan that passes here never meets the limiter.
 *
 * @throws PacingError `unsafe`, naming the first pulse that would be withheld
 */
export const proveSafe = (plan: Plan): void => {
  const ledger = createDutyLedger();
  const pulses = provedBeats(plan) * plan.subdivision;
  const at = (index: number): number => microsOfBeat(plan.segments, index / plan.subdivision);
  for (let index = 0; index < pulses; index++) {
    const tMicros = at(index);
    const beat = Math.floor(index / plan.subdivision);
    if (((plan.muteMask >> (beat % plan.beatsPerBar)) & 1) === 1) continue;
    const onMillis = Math.min(plan.pulseMillis, (at(index + 1) - tMicros) / (1_000 * MIN_INTERVAL_PER_PULSE));
    if (bookPulse(ledger, tMicros, onMillis)) continue;
    const where = `beat ${String(index / plan.subdivision)}, ${(tMicros / 1e6).toFixed(1)} s into the plan`;
    throw new PacingError(
      "unsafe",
      `expected the motor to be on for less than a quarter of any ten seconds, found more at ${where}; shorten pulseMillis (${String(plan.pulseMillis)})`,
    );
  }
};
