import type { SessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";

const NOTHING_TO_CANCEL: Cancel = () => undefined;

/**
 * The clock of a replay: it shows the time of the entry that is being taken. Nothing is ever due on it, since whatever
 * came of a timer stands in the file.
 */
export class ReplayClock implements Scheduler {
  private tMicros: SessionMicros;

  constructor(tStartMicros: SessionMicros) {
    this.tMicros = tStartMicros;
  }

  nowMicros(): SessionMicros {
    return this.tMicros;
  }

  at(): Cancel {
    return NOTHING_TO_CANCEL;
  }

  set(tMicros: SessionMicros): void {
    this.tMicros = tMicros;
  }
}
