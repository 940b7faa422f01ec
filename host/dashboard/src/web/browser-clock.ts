import { type Scheduler, systemClock } from "@entrain/time";

/** The browser's own clock and timers. */
export const browserClock = (): Scheduler =>
  systemClock({
    nowMillis: () => performance.now(),
    setTimeout: (callback, millis) => window.setTimeout(callback, millis),
    clearTimeout: (handle) => {
      window.clearTimeout(handle);
    },
  });
