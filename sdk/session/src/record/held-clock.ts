import type { SessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";

/**
 * A scheduler whose time stands still while one event is handled. So everything that comes of an event happens at the
 * event's own time, which is the one that is recorded: a replay that sets its clock to it computes the same numbers.
 */
export class HeldClock implements Scheduler {
  private readonly scheduler: Scheduler;
  private heldMicros: SessionMicros | undefined;

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  nowMicros(): SessionMicros {
    return this.heldMicros ?? this.scheduler.nowMicros();
  }

  at(tMicros: SessionMicros, callback: () => void): Cancel {
    return this.scheduler.at(tMicros, () => {
      this.during(callback);
    });
  }

  /** Handles one event; one that comes of it happens at the same time. */
  during(handle: () => void): void {
    if (this.heldMicros !== undefined) {
      handle();
      return;
    }
    this.heldMicros = this.scheduler.nowMicros();
    try {
      handle();
    } finally {
      this.heldMicros = undefined;
    }
  }
}
