import { bandMicros, type ClockMap, sessionMicros, type SessionMicros } from "@entrain/protocol";
import { Envelope } from "./envelope.ts";
import { type ClockExchange, limitsOf, type OffsetLimits } from "./exchange.ts";
import { fitSkew, type SkewFit, UNKNOWN_SKEW } from "./skew-fit.ts";

/** A crystal's rate may change by this much with its temperature while nobody looks. */
const DRIFT_ALLOWANCE = 3e-6;
/** No two crystals differ by more than this beyond what was measured; used to tell a jump from skew. */
const WORST_SKEW = 50e-6;
/** Limits that contradict each other by more mean a jump; by less, a rate that changed. */
const JUMP_MARGIN_MICROS = 5_000;
/**
 * Requests leave at all phases of a link's rhythm (`pollWaitMicros`), so the quickest of them waits for little more than
 * the radio. Replies do not: a band answers as long after an event of a slow Bluetooth link as it takes it to read the
 * request, and so always waits for most of the next interval.
 */
export const QUICKEST_THERE_MICROS = 6_000;
/** A tick of a band's clock, and rounding: a stamp says no more than that. */
const TICK_MICROS = 31;

/** What an exchange did: `invalid` ones are ignored, `new-epoch` means that the band's clock jumped (a reboot). */
export type ExchangeOutcome = "taken" | "invalid" | "new-epoch";

/**
 * Estimates one band's clock from four-timestamp exchanges. Each way there limits the band's offset from above, each way
 * back from below, whatever it took; the tightest limits of the last minutes, carried to one moment by the rate that the
 * quickest ways show, leave an interval that holds the truth. Its middle is the estimate, half of it the error bound.
 */
export class ClockEstimator {
  private most = new Envelope(1);
  private least = new Envelope(-1);
  private rate: SkewFit = UNKNOWN_SKEW;
  private reference: { readonly tMicros: number; readonly offsetMicros: number } | undefined;
  private count = 0;
  private epochs = 0;

  /** Counts the jumps of the band's clock. */
  get epoch(): number {
    return this.epochs;
  }

  /** Exchanges taken in this epoch. */
  get sampleCount(): number {
    return this.count;
  }

  add(exchange: ClockExchange): ExchangeOutcome {
    const limits = limitsOf(exchange);
    if (limits === undefined) return "invalid";
    const jumped = this.hasJumped(limits);
    if (jumped) this.reset();
    this.count++;
    this.most.add(limits.most, this.rate.skew);
    this.least.add(limits.least, this.rate.skew);
    this.rate = fitSkew([this.most, this.least], this.rate);
    const { tMicros } = limits.least;
    const [low, high] = this.intervalAt(tMicros);
    this.reference = { tMicros, offsetMicros: high - Math.min((high - low) / 2, QUICKEST_THERE_MICROS) };
    return jumped ? "new-epoch" : "taken";
  }

  /** Forgets everything: the band has booted. */
  reset(): void {
    this.most = new Envelope(1);
    this.least = new Envelope(-1);
    this.rate = UNKNOWN_SKEW;
    this.reference = undefined;
    this.count = 0;
    this.epochs++;
  }

  /** The map at a time, with its error bound there; undefined before the first exchange. */
  mapAt(tMicros: SessionMicros): ClockMap | undefined {
    const { reference } = this;
    if (reference === undefined) return undefined;
    return {
      sessionRef: sessionMicros(reference.tMicros),
      bandRef: bandMicros(reference.tMicros + reference.offsetMicros),
      bandPerSession: 1 + this.rate.skew,
      errorMicros: this.errorAt(tMicros, reference.offsetMicros + this.rate.skew * (tMicros - reference.tMicros)),
    };
  }

  private errorAt(tMicros: number, offsetMicros: number): number {
    const [low, high] = this.intervalAt(tMicros);
    return TICK_MICROS + Math.max(high - offsetMicros, offsetMicros - low, low - high);
  }

  /** Between what the offset lies; the wrong way round where limits contradict each other. */
  private intervalAt(tMicros: number): readonly [low: number, high: number] {
    const { skew, skewSd } = this.rate;
    const perMicro = 3 * skewSd + DRIFT_ALLOWANCE;
    return [this.least.at(tMicros, skew, perMicro), this.most.at(tMicros, skew, perMicro)];
  }

  private hasJumped({ most, least }: OffsetLimits): boolean {
    if (this.reference === undefined) return false;
    const [low, high] = this.intervalAt(least.tMicros);
    const allowed = JUMP_MARGIN_MICROS + WORST_SKEW * Math.abs(least.tMicros - this.reference.tMicros);
    return least.offsetMicros > high + allowed || most.offsetMicros < low - allowed;
  }
}
