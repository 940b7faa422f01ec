import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";

/** How often a stalled interpreter looks whether it may go on. */
const STALL_STEP_MICROS = 1_000;

export interface InterpreterOpts {
  readonly scheduler: Scheduler;
  readonly onException: (error: unknown) => void;
}

/**
 * The one thread of a band's interpreter, in virtual time. Handlers run one after another; each keeps the interpreter
 * busy for as long as what it did would take on a board, and whatever falls due meanwhile waits. A simulator in which
 * JavaScript costs nothing hides the largest jitter there is.
 */
export class Interpreter {
  private readonly opts: InterpreterOpts;
  private readonly queue: (() => void)[] = [];
  private busyUntilMicros = -Infinity;
  private spentMicros = 0;
  private totalMicros = 0;
  private isScheduled = false;
  private isRunning = false;
  private isBlocked: () => boolean = () => false;
  private isDead = false;
  /** What the running handler did to the outside, and the outside has not seen yet. */
  private pending: (() => void)[] = [];

  constructor(opts: InterpreterOpts) {
    this.opts = opts;
  }

  /** True time as the running handler sees it: it moves on with the work done. */
  nowMicros(): number {
    return this.opts.scheduler.nowMicros() + this.spentMicros;
  }

  /** All the time that JavaScript has taken so far. */
  get busyMicros(): number {
    return this.totalMicros;
  }

  /** The running handler has done work that takes so long. */
  spend(micros: number): void {
    this.spentMicros += micros;
  }

  /** Runs a handler as soon as the interpreter is free. */
  post(handler: () => void): void {
    this.queue.push(handler);
    this.pump();
  }

  /** As long as `isBlocked`, no handler runs: a full transmit buffer stops the interpreter. */
  stallWhile(isBlocked: () => boolean): void {
    this.isBlocked = isBlocked;
  }

  /** Power off: nothing runs any more. */
  kill(): void {
    this.isDead = true;
    this.queue.length = 0;
  }

  /** What a handler does to the outside happens when it has got that far. */
  outside(effect: () => void): void {
    if (this.spentMicros === 0) {
      effect();
      return;
    }
    let isDone = false;
    const once = (): void => {
      if (!this.isDead && !isDone) effect();
      isDone = true;
    };
    this.pending.push(once);
    this.opts.scheduler.at(sessionMicros(this.nowMicros()), once);
  }

  /** What the running handler asks of the outside comes after what it did to it: that happens now, some µs early. */
  catchUp(): void {
    for (const effect of this.pending) effect();
    this.pending = [];
  }

  private pump(): void {
    if (this.isScheduled || this.isRunning || this.isDead || this.queue.length === 0) return;
    const now = this.opts.scheduler.nowMicros();
    const stalled = this.isBlocked();
    if (now >= this.busyUntilMicros && !stalled) {
      this.run(this.queue.shift() as () => void);
      this.pump();
      return;
    }
    this.isScheduled = true;
    const tNext = stalled ? Math.max(now + STALL_STEP_MICROS, this.busyUntilMicros) : this.busyUntilMicros;
    this.opts.scheduler.at(sessionMicros(tNext), () => {
      this.isScheduled = false;
      this.pump();
    });
  }

  private run(handler: () => void): void {
    this.spentMicros = 0;
    this.pending = [];
    this.isRunning = true;
    try {
      handler();
    } catch (error) {
      this.opts.onException(error);
    }
    this.isRunning = false;
    this.busyUntilMicros = this.nowMicros();
    this.totalMicros += this.spentMicros;
    this.spentMicros = 0;
  }
}
