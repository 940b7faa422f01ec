import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "./clock.ts";

/**
 * Calls back on a fixed grid: each call is due at a multiple of the period from the first, not from the last call, so
 * that a late callback never shifts the ones after it. Calls that fell due during a stall are skipped, not made up.
 *
 * @param periodMicros - above 0
 * @param callback - receives the time at which the call was due
 */
export const every = (scheduler: Scheduler, periodMicros: number, callback: (tDueMicros: number) => void): Cancel => {
  const tFirstMicros = scheduler.nowMicros() + periodMicros;
  let cancel: Cancel;
  let cancelled = false;
  const arm = (tDueMicros: number): void => {
    cancel = scheduler.at(sessionMicros(tDueMicros), () => {
      callback(tDueMicros);
      if (cancelled) return;
      const missed = Math.max(0, Math.floor((scheduler.nowMicros() - tDueMicros) / periodMicros));
      arm(tDueMicros + (missed + 1) * periodMicros);
    });
  };
  arm(tFirstMicros);
  return () => {
    cancelled = true;
    cancel();
  };
};
