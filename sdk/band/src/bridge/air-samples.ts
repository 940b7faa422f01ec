import { AIR_BLANK, type AirSignal, airMicrosOfStamp, bandMicros, type MessageOf } from "@entrain/protocol";

/** Steps of a synthesised burst: what the finest scale has. */
export const BURST_STEP_G = 1 / 2_048;
const ONE_G = 2_048;
const COUNTS = 16;
const HALVES = 2;
/** Between two samples, where nothing is known yet: 16 to 20 a second. */
const USUAL_MICROS = 59_000;
const LEAST_MICROS = 45_000;
const MOST_MICROS = 75_000;
/** The direction of up must have been another for so long to be believed. */
const TURNED_ADVERTS = 40;
/** An own pulse is not believed from 10 ms before it until 120 ms after its end. */
const LEAD_MICROS = 10_000;
const TAIL_MICROS = 120_000;
/** A quarter of a sample, and a little: what the half of a blank one lies to either side. */
const EDGE_MICROS = 20_000;

/** What an advert brought that was new. */
export interface NewSamples {
  readonly burst: MessageOf<"imuBurst">;
  /** Where the band's own motor shook it, as pulses outside any plan: the band tells no more of them than that. */
  readonly pulses: readonly MessageOf<"pulsePlayed">[];
}

/**
 * Puts the seconds of movement that a band's adverts carry, each with most of the one before, one behind the other. Every
 * band samples at a rate of its own: times follow from those of the newest.
 */
export class AirSamples {
  private tNewestMicros: number | undefined;
  private count = 0;
  private total = 0;
  private periodMicros = USUAL_MICROS;
  private isUpright = false;
  private turned = 0;
  private endedBlank = false;

  /** @param airMicros - when it was heard; undefined where it brought nothing new */
  take(signal: AirSignal, airMicros: number): NewSamples | undefined {
    const tMicros = airMicrosOfStamp(signal.stamp, airMicros);
    const fresh = this.freshOf(signal, tMicros);
    if (fresh === 0) return undefined;
    this.learnPeriod(fresh, tMicros);
    this.turn(signal);
    const known = Math.min(fresh, signal.samples.length);
    const since = this.tNewestMicros;
    const step =
      since !== undefined && known === fresh && tMicros - since < known * MOST_MICROS
        ? (tMicros - since) / known
        : this.periodMicros;
    this.tNewestMicros = tMicros;
    this.count = signal.count;
    this.total += fresh;
    const values = signal.samples.subarray(signal.samples.length - known);
    const timeOf = (i: number): number => tMicros - (known - 1 - i) * step;
    return { burst: this.burstOf(values, signal.scale, step, timeOf), pulses: this.pulsesOf(values, timeOf) };
  }

  /** How many are new: by their count, and where that came round, by the time. */
  private freshOf({ count, samples }: AirSignal, tMicros: number): number {
    if (this.tNewestMicros === undefined) return samples.length;
    const since = tMicros - this.tNewestMicros;
    if (since < LEAST_MICROS / 2) return 0;
    const byCount = (count - this.count + COUNTS) % COUNTS;
    return Math.max(0, byCount + COUNTS * Math.round((since / this.periodMicros - byCount) / COUNTS));
  }

  private learnPeriod(fresh: number, tMicros: number): void {
    if (this.tNewestMicros === undefined || fresh > COUNTS) return;
    const found = (tMicros - this.tNewestMicros) / fresh;
    if (found > LEAST_MICROS && found < MOST_MICROS) this.periodMicros += (found - this.periodMicros) / 32;
  }

  /** Up is where it was for most of the time: gravity's share in an axis may lie near where it is told. */
  private turn({ isUpright }: AirSignal): void {
    this.turned = isUpright === this.isUpright ? 0 : this.turned + 1;
    if (this.total > 0 && this.turned < TURNED_ADVERTS) return;
    this.isUpright = isUpright;
    this.turned = 0;
  }

  /**
   * Three axes, of which the movement is one: gravity lies along it where up is known, else across. A sample is the mean of a
   * time and stands for all of it, so that each is told twice, a quarter of that time to either side of its middle.
   */
  private burstOf(
    values: Int8Array,
    scale: number,
    step: number,
    timeOf: (i: number) => number,
  ): MessageOf<"imuBurst"> {
    const samples = new Int16Array(3 * HALVES * values.length);
    values.forEach((value, i) => {
      const moved = value === AIR_BLANK ? 0 : value * 2 ** scale;
      for (let half = 0; half < HALVES; half++) {
        const at = 3 * (HALVES * i + half);
        samples[at] = this.isUpright ? ONE_G + moved : moved;
        samples[at + 1] = this.isUpright ? 0 : ONE_G;
      }
    });
    return {
      kind: "imuBurst",
      tFirstMicros: bandMicros(timeOf(0) - step / 4),
      tLastMicros: bandMicros(timeOf(values.length - 1) + step / 4),
      firstIndex: HALVES * (this.total - values.length),
      axes: 3,
      samples,
    };
  }

  /** Runs of blanks as pulses that keep just them from being believed. */
  private pulsesOf(values: Int8Array, timeOf: (i: number) => number): readonly MessageOf<"pulsePlayed">[] {
    const pulses: MessageOf<"pulsePlayed">[] = [];
    for (let from = 0; from < values.length; from++) {
      if (values[from] !== AIR_BLANK) continue;
      let to = from;
      while (values[to + 1] === AIR_BLANK) to++;
      const [first, last] = [timeOf(from) - EDGE_MICROS, timeOf(to) + EDGE_MICROS];
      const onMicros = Math.max(0, last - first - LEAD_MICROS - TAIL_MICROS);
      // A short one that goes on from before reaches back, one that goes on reaches ahead: there all is blank, too.
      const start = from === 0 && this.endedBlank ? last - TAIL_MICROS - onMicros : first + LEAD_MICROS;
      pulses.push(pulseAt(start, onMicros));
      from = to;
    }
    this.endedBlank = values[values.length - 1] === AIR_BLANK;
    return pulses;
  }
}

const OUTSIDE_ANY_PLAN = 0xffff_ffff;

const pulseAt = (tMicros: number, lengthMicros: number): MessageOf<"pulsePlayed"> => ({
  kind: "pulsePlayed",
  onMicros: bandMicros(tMicros),
  plannedMicros: bandMicros(tMicros),
  pulseIndex: OUTSIDE_ANY_PLAN,
  revision: 0,
  durationMillis: Math.round(lengthMicros / 1_000),
  strength: 0,
});
