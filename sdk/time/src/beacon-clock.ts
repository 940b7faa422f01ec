import { Envelope } from "./envelope.ts";
import { fitSkew, type SkewFit, UNKNOWN_SKEW } from "./skew-fit.ts";

/** A crystal's rate may change by this much with its temperature while nobody looks. */
const DRIFT_ALLOWANCE = 3e-6;
/** Further from what was known, either way, is another clock. */
const JUMP_MICROS = 1_000_000;

/** How far the receiver's clock stands ahead of the sender's, as far as one way can tell. */
export interface BeaconFix {
  /** At most: the truth is lower by what the quickest way took. */
  readonly offsetMicros: number;
  /** Receiver's microseconds gained in one of the sender's: 20 ppm is 2e-5. */
  readonly skew: number;
  /** The line that the quickest ways lie on may be off by this much here; what they took comes on top. */
  readonly errorMicros: number;
}

/**
 * A clock that is known by its beacons alone, numbered or stamped by their sender. None arrives before it was sent, but any
 * may arrive late: the radio waits, a handler waits. The quickest of the last minutes lie on a line, whose place and slope
 * are the offset and the skew; a slow one, however slow, moves neither.
 */
export class BeaconClock {
  private most = new Envelope(1);
  private rate: SkewFit = UNKNOWN_SKEW;
  private lastOffsetMicros: number | undefined;

  /** @returns whether it is another clock than before: what was known is forgotten */
  add(sentMicros: number, receivedMicros: number): boolean {
    const offsetMicros = receivedMicros - sentMicros;
    if (!Number.isFinite(offsetMicros)) return false;
    const jumped = this.lastOffsetMicros !== undefined && Math.abs(offsetMicros - this.lastOffsetMicros) > JUMP_MICROS;
    if (jumped) this.reset();
    this.lastOffsetMicros = offsetMicros;
    this.most.add({ tMicros: sentMicros, offsetMicros }, this.rate.skew);
    this.rate = fitSkew([this.most], this.rate);
    return jumped;
  }

  reset(): void {
    this.most = new Envelope(1);
    this.rate = UNKNOWN_SKEW;
    this.lastOffsetMicros = undefined;
  }

  /** @param tMicros - the sender's clock; undefined before the first beacon */
  fixAt(tMicros: number): BeaconFix | undefined {
    if (this.lastOffsetMicros === undefined) return undefined;
    const { skew, skewSd } = this.rate;
    const perMicro = 3 * skewSd + DRIFT_ALLOWANCE;
    const [low, high] = [this.most.at(tMicros, skew, 0), this.most.at(tMicros, skew, perMicro)];
    return { offsetMicros: low, skew, errorMicros: Math.abs(high - low) };
  }
}
