import { bandMicros, type ClockMap, sessionMicros, type SessionMicros } from "@entrain/protocol";
import { type ClockExchange, offsetOf, type OffsetSample } from "./exchange.ts";
import { fitSkew, offsetAt, type SkewFit } from "./skew-fit.ts";

/** Samples kept; with a sparing exchange every two seconds, about two minutes: a crystal's drift stays straight so long. */
const WINDOW = 64;
/** A crystal's rate may change by this much with its temperature while nobody looks. */
const DRIFT_ALLOWANCE = 2e-6;
/** No two crystals differ by more than this; used to tell a jump from skew. */
const WORST_SKEW = 200e-6;
/** A band stamps its reply before it has written it, so its word is good to a few milliseconds only. */
const JUMP_MARGIN_MICROS = 20_000;

/** What an exchange did: `invalid` ones are ignored, `new-epoch` means that the band's clock jumped (a reboot). */
export type ExchangeOutcome = "taken" | "invalid" | "new-epoch";

/**
 * Estimates one band's clock from four-timestamp exchanges: the lowest round trips tell most, as in NTP and LSL; offset
 * and skew come from a robust line over a sliding window. The bound that goes with it is honest: it starts from the hard
 * bound of half a round trip.
 */
export class ClockEstimator {
  private samples: OffsetSample[] = [];
  private fit: SkewFit | undefined;
  private epochs = 0;

  /** Counts the jumps of the band's clock. */
  get epoch(): number {
    return this.epochs;
  }

  get sampleCount(): number {
    return this.samples.length;
  }

  add(exchange: ClockExchange): ExchangeOutcome {
    const sample = offsetOf(exchange);
    if (sample === undefined) return "invalid";
    const jumped = this.hasJumped(sample);
    if (jumped) this.reset();
    this.samples.push(sample);
    if (this.samples.length > WINDOW) this.dropOne();
    this.fit = fitSkew(this.samples);
    return jumped ? "new-epoch" : "taken";
  }

  /** Forgets everything: the band has booted. */
  reset(): void {
    this.samples = [];
    this.fit = undefined;
    this.epochs++;
  }

  /** The map at a time, with its error bound there; undefined before the first exchange. */
  mapAt(tMicros: SessionMicros): ClockMap | undefined {
    const { fit } = this;
    if (fit === undefined) return undefined;
    return {
      sessionRef: sessionMicros(fit.tRefMicros),
      bandRef: bandMicros(fit.tRefMicros + fit.offsetMicros),
      bandPerSession: 1 + fit.skew,
      errorMicros: this.errorAt(fit, tMicros),
    };
  }

  /**
   * Each sample bounds the error by half its trip plus its distance from the line, and by what the skew may have added
   * since; the tightest of these holds.
   */
  private errorAt(fit: SkewFit, tMicros: number): number {
    const perMicro = 3 * fit.skewSd + DRIFT_ALLOWANCE;
    return this.samples.reduce((least, { tMicros: tSample, offsetMicros, halfTripMicros }) => {
      const residual = Math.abs(offsetMicros - offsetAt(fit, tSample));
      return Math.min(least, halfTripMicros + residual + perMicro * Math.abs(tMicros - tSample));
    }, Infinity);
  }

  private hasJumped({ tMicros, offsetMicros, halfTripMicros }: OffsetSample): boolean {
    const newest = this.samples.at(-1);
    if (this.fit === undefined || newest === undefined) return false;
    const allowed =
      halfTripMicros + newest.halfTripMicros + JUMP_MARGIN_MICROS + WORST_SKEW * Math.abs(tMicros - newest.tMicros);
    return Math.abs(offsetMicros - newest.offsetMicros) > allowed;
  }

  /** Of the older half, the sample with the longest trip tells least; the newer half always stays. */
  private dropOne(): void {
    let worst = 0;
    for (let i = 1; i < WINDOW / 2; i++) {
      const [a, b] = [this.samples[i], this.samples[worst]];
      // The very first sample is let go in the end, or the window would never move on.
      if (a !== undefined && b !== undefined && a.halfTripMicros > 1.5 * b.halfTripMicros) worst = i;
    }
    this.samples.splice(worst, 1);
  }
}
