import type { SessionMicros } from "@entrain/protocol";
import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";

/** Timers that can be called off all at once. */
export class Timers {
  private readonly scheduler: Scheduler;
  private readonly cancels = new Set<Cancel>();

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  /** Calls back at a time, or at once where it is over. */
  at(tMicros: number, callback: () => void): void {
    const due: SessionMicros = sessionMicros(Math.max(tMicros, this.scheduler.nowMicros()));
    const cancel = this.scheduler.at(due, () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  clear(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }
}
