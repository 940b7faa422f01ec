import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";

/** As on the band: presses further apart than this do not belong together. */
const PAUSE_MICROS = 1_250_000;
/** A report may wait for credit. */
const REPORT_MICROS = 250_000;

/** Counts the short presses that a band tells of while it is stopped, and says how many once a pause follows. */
export class PressCounter {
  private readonly scheduler: Scheduler;
  private readonly onCount: (times: readonly number[]) => void;
  private times: number[] = [];
  private cancel: Cancel | undefined;

  /** @param onCount - told when each of them went down */
  constructor(scheduler: Scheduler, onCount: (times: readonly number[]) => void) {
    this.scheduler = scheduler;
    this.onCount = onCount;
  }

  press(tMicros: SessionMicros): void {
    if (tMicros - (this.times.at(-1) ?? tMicros) > PAUSE_MICROS) this.settle();
    this.times.push(tMicros);
    this.cancel?.();
    const due = sessionMicros(this.scheduler.nowMicros() + PAUSE_MICROS + REPORT_MICROS);
    this.cancel = this.scheduler.at(due, () => {
      this.settle();
    });
  }

  /** Nothing more belongs to them: what has been pressed counts. */
  settle(): void {
    this.cancel?.();
    this.cancel = undefined;
    const { times } = this;
    this.times = [];
    if (times.length > 0) this.onCount(times);
  }

  /** They meant nothing. */
  forget(): void {
    this.times = [];
    this.settle();
  }
}
