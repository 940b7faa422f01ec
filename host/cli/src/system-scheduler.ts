import { type Scheduler, systemClock } from "@entrain/time";

/** The session clock of this program: Node's monotonic one. */
export const systemScheduler = (): Scheduler =>
  systemClock({
    nowMillis: () => performance.now(),
    setTimeout: (callback, millis) => setTimeout(callback, millis),
    clearTimeout: (handle) => {
      clearTimeout(handle);
    },
  });
