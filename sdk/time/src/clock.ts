import type { SessionMicros } from "@entrain/protocol";

/**
 * A source of time: one method. Whoever needs to know the time is handed one, so that every test can run on virtual
 * time and no code has to guess which clock it is on.
 */
export interface Clock {
  /** Microseconds on the session clock. Never goes backwards; its zero means nothing. */
  nowMicros(): SessionMicros;
}

/** Undoes a {@link Scheduler} request. Calling it twice, or after the callback ran, does nothing. */
export type Cancel = () => void;

/** Calls back at a time on its clock. Callbacks due at the same time run in the order in which they were asked for. */
export interface Scheduler extends Clock {
  /** Calls `callback` once, at `tMicros` or as soon after as the platform can; at once if that has passed, but never before `at` returns. */
  at(tMicros: SessionMicros, callback: () => void): Cancel;
}
