import { sessionMicros, type SessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "../clock.ts";
import { TimerHeap } from "./timer-heap.ts";

/** An odd start, so that nobody comes to rely on zero (the idea is Ableton Link's). */
export const VIRTUAL_START_MICROS = sessionMicros(123_456_789);

/** Lets whatever the last callback set going (promises, streams) come to rest before time moves on. */
export type Drain = () => Promise<void>;

/**
 * A clock that moves only when told to, hopping from one timer to the next.
 *
 * @example
 * ```ts
 * const clock = new VirtualClock();
 * const start = clock.nowMicros();
 * const seen: number[] = [];
 * clock.at(sessionMicros(start + 250), () => seen.push(clock.nowMicros() - start));
 * clock.advanceBy(1_000);
 * // seen is [250], and the clock stands 1000 µs later
 * ```
 */
export class VirtualClock implements Scheduler {
  private tMicros: SessionMicros;
  private readonly timers = new TimerHeap();

  constructor(tStartMicros: SessionMicros = VIRTUAL_START_MICROS) {
    this.tMicros = tStartMicros;
  }

  nowMicros(): SessionMicros {
    return this.tMicros;
  }

  at(tMicros: SessionMicros, callback: () => void): Cancel {
    const timer = this.timers.push(Math.max(tMicros, this.tMicros), callback);
    return () => {
      timer.callback = undefined;
    };
  }

  /** When the next timer is due, or undefined where none is set. */
  nextDueMicros(): SessionMicros | undefined {
    const tMicros = this.timers.peekMicros();
    return tMicros === undefined ? undefined : sessionMicros(tMicros);
  }

  /** Runs every timer due up to and at `tMicros`, each at its own time, then stands at `tMicros`. */
  advanceTo(tMicros: SessionMicros): void {
    while (this.fireNext(tMicros));
    this.tMicros = sessionMicros(Math.max(tMicros, this.tMicros));
  }

  /** {@link advanceTo}, by a duration. */
  advanceBy(durationMicros: number): void {
    this.advanceTo(sessionMicros(this.tMicros + durationMicros));
  }

  /** {@link advanceTo} for code with promises or streams in it: `drain` is awaited after each hop. */
  async advanceToDrained(tMicros: SessionMicros, drain: Drain): Promise<void> {
    await drain();
    while (this.fireNext(tMicros)) {
      // Everything due at this same moment is one hop: draining between would only cost time.
      while (this.timers.peekMicros() === this.tMicros) this.fireNext(this.tMicros);
      await drain();
    }
    this.tMicros = sessionMicros(Math.max(tMicros, this.tMicros));
  }

  private fireNext(tLastMicros: SessionMicros): boolean {
    const tNextMicros = this.timers.peekMicros();
    if (tNextMicros === undefined || tNextMicros > tLastMicros) return false;
    this.tMicros = sessionMicros(Math.max(tNextMicros, this.tMicros));
    this.timers.pop()?.();
    return true;
  }
}
