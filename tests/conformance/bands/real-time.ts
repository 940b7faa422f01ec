import { systemClock } from "@entrain/time";

/** The clock of bands that live in real time. */
export const realTime = systemClock({
  nowMillis: () => performance.now(),
  setTimeout: (callback, millis) => setTimeout(callback, millis),
  clearTimeout: (handle) => clearTimeout(handle),
});
