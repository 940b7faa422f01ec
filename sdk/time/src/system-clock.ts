import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "./clock.ts";

/** What a platform offers; browsers and Node have both under these names. */
export interface PlatformTimers<Handle> {
  /** Milliseconds that never go backwards, with fractions: `performance.now()`. */
  readonly nowMillis: () => number;
  readonly setTimeout: (callback: () => void, millis: number) => Handle;
  readonly clearTimeout: (handle: Handle) => void;
}

/** Timers of platforms hold 31 bits of milliseconds. */
const LONGEST_MILLIS = 2 ** 31 - 1;

/**
 * The session clock of a running program.
 *
 * @example
 * ```ts
 * const clock = systemClock({
 *   nowMillis: () => performance.now(),
 *   setTimeout: (callback, millis) => setTimeout(callback, millis),
 *   clearTimeout: (handle) => clearTimeout(handle),
 * });
 * clock.nowMicros() >= 0;
 * ```
 */
export const systemClock = <Handle>(platform: PlatformTimers<Handle>): Scheduler => {
  const nowMicros = (): SessionMicros => sessionMicros(platform.nowMillis() * 1_000);
  const at = (tMicros: SessionMicros, callback: () => void): Cancel => {
    let handle: Handle;
    const wait = (): void => {
      const leftMillis = (tMicros - nowMicros()) / 1_000;
      // Platforms wake a little early at times, and hold no more than so many milliseconds: then wait for the rest.
      handle = platform.setTimeout(
        () => {
          if (nowMicros() < tMicros) wait();
          else callback();
        },
        Math.min(LONGEST_MILLIS, Math.max(0, Math.ceil(leftMillis))),
      );
    };
    wait();
    return () => {
      platform.clearTimeout(handle);
    };
  };
  return { nowMicros, at };
};
