import type { Following } from "./following.ts";
import { createTempoSense } from "./tempo-sense.ts";
import type { PeriodRange, Timekeeper } from "./timekeeper.ts";

/** A heard tempo further off than this is taken over, nearer ones are met by period correction. */
const TAKES_OVER_BEYOND = 0.08;
/** No more than this factor from one movement to the next: quicker changes cannot be made smoothly. */
const QUICKEST_CHANGE = 1.4;
/** Pulses missed in a row until the own tempo begins to come back. */
const PATIENCE_PULSES = 3;
/** Share of the way back to the own tempo in each movement thereafter. */
const RETURN_SHARE = 0.05;

/** Changes the period that a timekeeper intends, once a movement. */
export interface PeriodLearning {
  /** @param asynchronyMicros - of this movement to its pulse, beyond the mean one; undefined where there was no pulse */
  learn(tMicros: number, pulsesMicros: readonly number[], asynchronyMicros: number | undefined): void;
}

/**
 * Period correction after Mates (1994): T ← T − β·A. Beside it what that linear rule cannot do: taking over a quite
 * different tempo from the pulses' interval, and drifting back to the own tempo when the pulses stop.
 */
export const createPeriodLearning = (
  timekeeper: Timekeeper,
  following: Following,
  { ownPeriodMicros, shortestPeriodMicros, longestPeriodMicros }: PeriodRange,
): PeriodLearning => {
  const sense = createTempoSense();
  const periodsPerPulse = following.pulses / following.movements;
  let intendedMicros = ownPeriodMicros;

  const allows = (periodMicros: number): boolean =>
    periodMicros >= shortestPeriodMicros && periodMicros <= longestPeriodMicros;
  const heardPeriodMicros = (): number | undefined => {
    const heardMicros = (sense.intervalMicros ?? NaN) * periodsPerPulse;
    const isOther = Math.abs(intendedMicros / heardMicros - 1) > TAKES_OVER_BEYOND;
    return isOther && allows(heardMicros) ? heardMicros : undefined;
  };
  const isSilent = (tMicros: number): boolean =>
    tMicros - (sense.tLastMicros ?? -Infinity) > (PATIENCE_PULSES * intendedMicros) / Math.min(1, periodsPerPulse);

  return {
    learn(tMicros, pulsesMicros, asynchronyMicros) {
      for (const tPulseMicros of pulsesMicros) sense.observe(tPulseMicros);
      if (following.beta === 0) return;
      const heardMicros = heardPeriodMicros();
      if (isSilent(tMicros)) intendedMicros += RETURN_SHARE * (ownPeriodMicros - intendedMicros);
      else if (heardMicros !== undefined)
        intendedMicros = Math.min(
          intendedMicros * QUICKEST_CHANGE,
          Math.max(intendedMicros / QUICKEST_CHANGE, heardMicros),
        );
      // A wrong period counts once a movement until the next pulse to be met; corrected in full it would swing.
      else intendedMicros -= (following.beta / following.movements) * (asynchronyMicros ?? 0);
      intendedMicros = Math.min(longestPeriodMicros, Math.max(shortestPeriodMicros, intendedMicros));
      timekeeper.intend(intendedMicros);
    },
  };
};
