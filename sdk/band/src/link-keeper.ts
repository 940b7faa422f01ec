import { type MessageOf, PROTOCOL_VERSION, type ReceiveStatistics, sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { ByteLink, OpenLink } from "./byte-link.ts";
import { BandError } from "./errors.ts";

/** A hello that was lost is asked for again. */
const GREET_MICROS = 500_000;
/** Somebody who has not answered by then is no band. */
const PATIENCE_MICROS = 5_000_000;
/** Between two attempts to open a link that ended. */
const RETRY_MICROS = 1_000_000;
/** A band that sends nothing at all for so long, although its clock is asked for every two seconds, is gone. */
const SILENCE_MICROS = 8_000_000;

export interface LinkKeeperOpts {
  readonly scheduler: Scheduler;
  readonly openLink: OpenLink;
  readonly bandName: string;
  readonly statistics: () => ReceiveStatistics;
  readonly greet: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onLost: () => void;
}

interface Attempt {
  readonly resolve: () => void;
  readonly reject: (error: BandError) => void;
}

/** Opens a band's link, greets until it answers, and opens it again whenever it ends, until it is closed for good. */
export class LinkKeeper {
  private readonly opts: LinkKeeperOpts;
  private link: ByteLink | undefined;
  private attempt: Attempt | undefined;
  private closed = false;
  private opened = 0;
  private framesSeen = 0;
  private readonly cancels = new Set<Cancel>();

  constructor(opts: LinkKeeperOpts) {
    this.opts = opts;
  }

  get reconnections(): number {
    return Math.max(0, this.opened - 1);
  }

  /** Resolves at the first hello; rejects where there is no port, no band, or one of another version. */
  async connect(): Promise<void> {
    await this.open();
    if (this.closed) throw this.closedMeanwhile();
    return new Promise((resolve, reject) => {
      this.attempt = { resolve, reject };
      this.greetUntil(this.opts.scheduler.nowMicros() + PATIENCE_MICROS);
    });
  }

  /** Looks for a band for as long as it takes: it may come later, or another may come in its place. */
  seek(): void {
    this.reopen();
  }

  write(bytes: Uint8Array): void {
    this.link?.write(bytes);
  }

  /** Takes a hello. @returns whether this is a band that the host can speak with */
  accept(hello: MessageOf<"hello">): boolean {
    this.clearTimers();
    const { attempt } = this;
    this.attempt = undefined;
    if (hello.protocolVersion === PROTOCOL_VERSION) {
      attempt?.resolve();
      this.watch();
      return true;
    }
    const found = `version ${String(hello.protocolVersion)} (firmware ${hello.firmwareVersion})`;
    attempt?.reject(
      new BandError(
        "protocol-version",
        `expected protocol version ${String(PROTOCOL_VERSION)} at ${this.opts.bandName}, found ${found}; flash the band again`,
      ),
    );
    void this.close();
    return false;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.clearTimers();
    this.attempt?.reject(this.closedMeanwhile());
    this.attempt = undefined;
    await this.dropLink();
  }

  private closedMeanwhile(): BandError {
    return new BandError("closed", `expected ${this.opts.bandName} to answer, but it was closed`);
  }

  /** Closes the link without a wish to have it back. */
  private async dropLink(): Promise<void> {
    const { link } = this;
    this.link = undefined;
    await link?.close();
  }

  private async open(): Promise<void> {
    const link = await this.opts.openLink();
    if (this.closed) {
      await link.close();
      return;
    }
    this.opened++;
    this.link = link;
    link.onBytes = (bytes) => {
      this.opts.onBytes(bytes);
    };
    link.onClose = () => {
      this.lose(link);
    };
  }

  private greetUntil(tEndMicros: number): void {
    if (this.opts.scheduler.nowMicros() >= tEndMicros) {
      this.giveUp();
      return;
    }
    this.opts.greet();
    this.after(GREET_MICROS, () => {
      this.greetUntil(tEndMicros);
    });
  }

  private giveUp(): void {
    const { attempt } = this;
    this.attempt = undefined;
    if (attempt === undefined) {
      // A reconnection: the port is there but nobody answers. Try from the beginning.
      this.abandon();
      return;
    }
    // Whoever asked may ask again: the port must be free by then.
    void this.dropLink();
    const { bytes, frames } = this.opts.statistics();
    const { bandName } = this.opts;
    attempt.reject(
      bytes === 0
        ? new BandError(
            "no-answer",
            `expected a band to answer at ${bandName}, found silence for 5 s; is it switched on, and flashed with Entrain?`,
          )
        : new BandError(
            "not-a-band",
            `expected a band to answer at ${bandName}, found ${String(bytes)} bytes with ${String(frames)} frames in them; another device, or another baud rate?`,
          ),
    );
  }

  /** Notices a link that stays open while nothing comes. */
  private watch(): void {
    this.framesSeen = this.opts.statistics().frames;
    this.after(SILENCE_MICROS, () => {
      if (this.opts.statistics().frames > this.framesSeen) this.watch();
      else this.abandon();
    });
  }

  /** Does not wait for a silent link to tell of its end: one whose device is gone may never do so. */
  private abandon(): void {
    const { link } = this;
    if (link === undefined) return;
    this.lose(link);
    void link.close();
  }

  private lose(link: ByteLink): void {
    if (this.link !== link) return;
    this.link = undefined;
    this.clearTimers();
    if (this.closed) return;
    const { attempt } = this;
    if (attempt !== undefined) {
      this.attempt = undefined;
      attempt.reject(new BandError("closed", `expected ${this.opts.bandName} to answer, found that its link ended`));
      return;
    }
    this.opts.onLost();
    this.retry();
  }

  private retry(): void {
    this.after(RETRY_MICROS, () => {
      this.reopen();
    });
  }

  private reopen(): void {
    this.open().then(
      () => {
        if (!this.closed) this.greetUntil(this.opts.scheduler.nowMicros() + PATIENCE_MICROS);
      },
      () => {
        if (!this.closed) this.retry();
      },
    );
  }

  private after(micros: number, callback: () => void): void {
    const cancel = this.opts.scheduler.at(sessionMicros(this.opts.scheduler.nowMicros() + micros), () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  private clearTimers(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }
}
