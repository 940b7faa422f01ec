import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { ByteLink } from "../byte-link.ts";
import type { Pace } from "./api.ts";

const XON = 0x11;
const XOFF = 0x13;
/** A board that never says go on again has been reset, or its word was lost. */
const HELD_AT_MOST_MICROS = 5_000_000;

/** Writes in pieces, with a pause after each, and not at all while the board says that it has enough (XOFF). */
export class PacedWriter {
  private readonly link: ByteLink;
  private readonly scheduler: Scheduler;
  private readonly pace: Pace;
  private waiting: number[] = [];
  /** Of the pause after a piece. */
  private pause: Cancel | undefined;
  /** While it is held. */
  private held: Cancel | undefined;

  constructor(link: ByteLink, scheduler: Scheduler, pace: Pace) {
    this.link = link;
    this.scheduler = scheduler;
    this.pace = pace;
  }

  write(bytes: Uint8Array): void {
    this.waiting.push(...bytes);
    this.pump();
  }

  /** Forgets what has not left yet. */
  drop(): void {
    this.waiting = [];
  }

  /** @returns what arrived, without the board's words about how fast it is */
  heed(bytes: Uint8Array): Uint8Array {
    for (const byte of bytes) {
      if (byte === XOFF) this.hold();
      else if (byte === XON) this.goOn();
    }
    return bytes.filter((byte) => byte !== XON && byte !== XOFF);
  }

  close(): void {
    this.drop();
    this.pause?.();
    this.held?.();
  }

  private hold(): void {
    this.held?.();
    this.held = this.after(HELD_AT_MOST_MICROS, () => {
      this.goOn();
    });
  }

  private goOn(): void {
    this.held?.();
    this.held = undefined;
    this.pump();
  }

  private pump(): void {
    if (this.held !== undefined || this.pause !== undefined || this.waiting.length === 0) return;
    // Also after the last piece: what is written next must not follow on its heels.
    this.pause = this.after(this.pace.pauseMicros, () => {
      this.pause = undefined;
      this.pump();
    });
    this.link.write(Uint8Array.from(this.waiting.splice(0, this.pace.pieceBytes)));
  }

  private after(micros: number, callback: () => void): Cancel {
    return this.scheduler.at(sessionMicros(this.scheduler.nowMicros() + micros), callback);
  }
}
