import {
  AckResult,
  type HostMessage,
  type MessageOf,
  messages,
  type SessionMicros,
  sessionMicros,
} from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import { BandError } from "./errors.ts";

/** An answer takes a few round trips of the slowest link; after this the command is sent again. */
const REPEAT_MICROS = 250_000;
const MAX_TRIES = 8;

const REASONS: Readonly<Record<number, string>> = {
  [AckResult.notReady]: "it has no such plan or no clock yet",
  [AckResult.badValue]: "a number in it is out of range",
  [AckResult.stoppedByWearer]: "its wearer has stopped it",
  [AckResult.tooLate]: "it came too late",
  [AckResult.withheld]: "its safety limits forbid it now",
  [AckResult.unknown]: "it does not know this command",
};

interface Pending {
  readonly message: HostMessage;
  readonly urgent: boolean;
  /** Sent once, and before this; undefined = until it is answered. */
  readonly expiresMicros: SessionMicros | undefined;
  readonly resolve: () => void;
  readonly reject: (error: BandError) => void;
  seq: number;
  tries: number;
  cancelRepeat: Cancel;
}

export interface CommandQueueOpts {
  readonly scheduler: Scheduler;
  readonly bandName: string;
  /** Sends a message; returns the sequence number that it went out with. */
  readonly send: (message: HostMessage, seq?: number) => number;
}

const nothing = (): void => undefined;

const MOVERS: ReadonlySet<HostMessage["kind"]> = new Set(["start", "identify", "pulseNow", "calibrate"]);

/**
 * Sends commands one at a time, each until it is acknowledged: a band has room for little more than one frame. Only a
 * stop does not wait its turn.
 */
export class CommandQueue {
  private readonly opts: CommandQueueOpts;
  private readonly waiting: Pending[] = [];
  private readonly underWay: Pending[] = [];
  private sent = 0;
  private repeated = 0;
  private ended = false;

  constructor(opts: CommandQueueOpts) {
    this.opts = opts;
  }

  get commandsSent(): number {
    return this.sent;
  }

  get repeats(): number {
    return this.repeated;
  }

  /** @param urgent - goes out at once, beside whatever awaits its answer */
  push(message: HostMessage, urgent = false): Promise<void> {
    if (message.kind === "stopAll") this.voidMovers();
    return this.ask(message, urgent, undefined, (pending) => {
      if (urgent) this.dispatch(pending);
      else this.waiting.push(pending);
    });
  }

  /** Goes out next, once: what would be worth nothing after its expiry is neither kept nor repeated. */
  pushOnce(message: HostMessage, expiresMicros: SessionMicros): Promise<void> {
    return this.ask(message, false, expiresMicros, (pending) => this.waiting.unshift(pending));
  }

  /** Takes a band's acknowledgement. */
  acknowledge(ack: MessageOf<"ack">): void {
    const at = this.underWay.findIndex(
      ({ seq, message }) => seq === ack.ackedSeq && messages[message.kind].type === ack.ackedType,
    );
    const [pending] = at < 0 ? [] : this.underWay.splice(at, 1);
    if (pending === undefined) return;
    pending.cancelRepeat();
    if (ack.result === AckResult.ok) pending.resolve();
    else pending.reject(this.refusal(pending, ack.result));
    this.next();
  }

  /** Drops everything that waits, telling whoever asked. */
  clear(code: "closed" | "no-answer", why: string): void {
    for (const pending of [...this.underWay.splice(0), ...this.waiting.splice(0)]) {
      pending.cancelRepeat();
      pending.reject(this.dropped(pending.message, code, why));
    }
  }

  /** {@link clear}, for good: nothing will ever answer again, so whatever is pushed from now on is dropped at once. */
  end(): void {
    this.ended = true;
    this.clear("closed", "it was closed");
  }

  /** What makes a motor move and was asked for before a stop must not come behind it, neither by its turn nor repeated. */
  private voidMovers(): void {
    for (const list of [this.underWay, this.waiting])
      for (const pending of list.filter(({ message }) => MOVERS.has(message.kind))) {
        list.splice(list.indexOf(pending), 1);
        pending.cancelRepeat();
        pending.reject(this.dropped(pending.message, "too-late", "a stop came behind it"));
      }
  }

  private ask(
    message: HostMessage,
    urgent: boolean,
    expiresMicros: SessionMicros | undefined,
    admit: (pending: Pending) => void,
  ): Promise<void> {
    if (this.ended) return Promise.reject(this.dropped(message, "closed", "it was closed"));
    return new Promise((resolve, reject) => {
      admit({ message, urgent, expiresMicros, resolve, reject, seq: 0, tries: 0, cancelRepeat: nothing });
      this.next();
    });
  }

  private dropped(message: HostMessage, code: "closed" | "no-answer" | "too-late", why: string): BandError {
    return new BandError(code, `expected ${this.opts.bandName} to confirm ${message.kind}, but ${why}`);
  }

  private refusal(pending: Pending, result: number): BandError {
    const why = REASONS[result] ?? `result ${String(result)}`;
    return new BandError(
      "refused",
      `expected ${this.opts.bandName} to take ${pending.message.kind}, found it refused: ${why}`,
      result,
    );
  }

  private next(): void {
    // Nothing overtakes a stop: what is asked for after it must not be undone by its repetition.
    if (this.underWay.length > 0) return;
    const now = this.opts.scheduler.nowMicros();
    for (;;) {
      const pending = this.waiting.shift();
      if (pending === undefined) return;
      if ((pending.expiresMicros ?? Infinity) > now) {
        this.dispatch(pending);
        return;
      }
      pending.reject(this.dropped(pending.message, "too-late", "it could not be sent in time"));
    }
  }

  private dispatch(pending: Pending): void {
    this.underWay.push(pending);
    this.sent++;
    this.transmit(pending);
  }

  private transmit(pending: Pending): void {
    pending.tries++;
    pending.seq = pending.tries === 1 ? this.opts.send(pending.message) : this.opts.send(pending.message, pending.seq);
    const tRepeat: SessionMicros = sessionMicros(this.opts.scheduler.nowMicros() + REPEAT_MICROS);
    pending.cancelRepeat = this.opts.scheduler.at(tRepeat, () => {
      this.repeat(pending);
    });
  }

  private repeat(pending: Pending): void {
    // A stop is repeated until it is confirmed or the link is gone.
    const mostTries = pending.expiresMicros === undefined ? MAX_TRIES : 1;
    if (pending.tries < mostTries || pending.urgent) {
      this.repeated++;
      this.transmit(pending);
      return;
    }
    this.underWay.splice(this.underWay.indexOf(pending), 1);
    const { bandName } = this.opts;
    pending.reject(
      new BandError(
        "no-answer",
        `expected ${bandName} to confirm ${pending.message.kind}, found no answer to ${String(mostTries)} tries`,
      ),
    );
    this.next();
  }
}
