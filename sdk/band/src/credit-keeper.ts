import type { Message } from "@entrain/protocol";

/** Frames that a band sends on credit. */
export const ON_CREDIT: ReadonlySet<Message["kind"]> = new Set([
  "imuBurst",
  "pulsePlayed",
  "wearerEvent",
  "health",
  "error",
  "note",
  "movementOnset",
]);

/**
 * Keeps a band in credit: it may have so many unasked frames under way, and gets more as they arrive. Frames that were
 * lost on the way never arrive, so the count follows the band's own sequence numbers.
 */
export class CreditKeeper {
  private readonly grant: (upTo: number) => void;
  private readonly ahead: number;
  private arrived = 0;
  private granted = 0;

  /** @param ahead - the most that the band lets stand ahead (`hello.maxCredit`) */
  constructor(ahead: number, grant: (upTo: number) => void) {
    this.ahead = Math.max(1, ahead);
    this.grant = grant;
  }

  /** Grants the first credit, or repeats the last: a grant may have been lost, and repeating one does no harm. */
  refresh(): void {
    this.granted = this.arrived + this.ahead;
    this.grant(this.granted);
  }

  /** A frame that cost credit has arrived, or is known to be lost. */
  noteFrames(count: number): void {
    this.arrived += count;
    // In halves: a grant for each frame would double the traffic.
    if (this.arrived + this.ahead - this.granted >= this.ahead / 2) this.refresh();
  }
}
