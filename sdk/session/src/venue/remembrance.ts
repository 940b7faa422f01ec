import { type Cancel, every, type Scheduler } from "@entrain/time";
import type { OpenMemory } from "./ground.ts";
import { GOES_ON_WITHIN_S, type OpenState, OVER_AFTER_S } from "./open-state.ts";

/** How long ago the program ended is told by when it last wrote. */
const EVERY_MICROS = 2_000_000;
/** What plays begins and ends at bar lines: a break right after one must know of it. */
const LOOK_MICROS = 250_000;

/** Keeps what is needed to go on after the host program ended without closing its session. */
export class Remembrance {
  private readonly memory: OpenMemory | undefined;
  private readonly scheduler: Scheduler;
  private readonly stateNow: () => OpenState | undefined;
  private writing: Promise<void> = Promise.resolve();
  private cancel: Cancel | undefined;
  private written = "";
  private writtenMicros = -Infinity;

  constructor(memory: OpenMemory | undefined, scheduler: Scheduler, stateNow: () => OpenState | undefined) {
    this.memory = memory;
    this.scheduler = scheduler;
    this.stateNow = stateNow;
  }

  /** What was open, and whether it goes on by itself; undefined where that is nothing, or long ago. */
  async found(): Promise<{ readonly state: OpenState; readonly goesOn: boolean } | undefined> {
    const found = await this.memory?.load();
    if (found === undefined || found.ageS > OVER_AFTER_S) return undefined;
    return { state: found.state, goesOn: found.ageS <= GOES_ON_WITHIN_S };
  }

  /** From now on something is open. */
  begin(): void {
    this.cancel?.();
    this.cancel = every(this.scheduler, LOOK_MICROS, () => {
      const isOld = this.scheduler.nowMicros() - this.writtenMicros >= EVERY_MICROS;
      if (isOld || JSON.stringify(this.stateNow()) !== this.written) this.write();
    });
  }

  /** As soon as something has changed that a break must not lose. */
  write(): void {
    const state = this.stateNow();
    if (state === undefined || this.cancel === undefined) return;
    this.written = JSON.stringify(state);
    this.writtenMicros = this.scheduler.nowMicros();
    // A disk that is full or gone takes nothing away from the session that runs.
    this.writing = this.writing.then(() => this.memory?.save(state)).catch(() => undefined);
  }

  /** It was closed as it should be. */
  async forget(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    await this.writing;
    await this.memory?.clear();
  }
}
