import { bandMicros, sessionMicros, type BandMicros, type SessionMicros } from "@entrain/protocol";

/** One step of a 32,768 Hz crystal; exact in binary. */
export const CRYSTAL_TICK_MICROS = 30.517578125;

const PPM = 1e-6;
const MICROS_PER_HOUR = 3_600e6;
/** Rounding of a float64, relative to its size. */
const EPSILON = 2 ** -52;

/** What {@link createBandClock} takes. */
export interface BandClockOpts {
  /** What the band's clock shows at `tStartMicros`. */
  readonly offsetMicros: number;
  /** Rate error at `tStartMicros`; above 0 runs fast. Crystals: ±20, ±40 at worst. */
  readonly skewPpm: number;
  /** Change of the rate error, as with temperature. Default 0. */
  readonly driftPpmPerHour?: number;
  /** Step of the reading, or 0 for none. Default {@link CRYSTAL_TICK_MICROS}. */
  readonly tickMicros?: number;
  /** True time at which the offset and skew above hold. Default 0. */
  readonly tStartMicros?: number;
}

/** A band's clock, as a function of true time. */
export interface BandClock {
  /** What the band reads at a true time: its clock, rounded down to the tick. */
  bandAt(tMicros: number): BandMicros;
  /** The same without the tick; the inverse of {@link trueAtBand}. */
  exactBandAt(tMicros: number): BandMicros;
  /** The true time at which the clock stands at `tBandMicros`; by then the reading has reached that value's tick. */
  trueAtBand(tBandMicros: number): SessionMicros;
  /** The clock jumps, as at a reboot: from now on all of the above hold for the clock after the jump. */
  jump(byMicros: number): void;
}

/**
 * A crystal with an offset, a constant rate error and a slow drift of it: band = offset + (1 + skew)·t + drift·t²/2. Both
 * ways are in closed form.
 */
export const createBandClock = (opts: BandClockOpts): BandClock => {
  const tStart = opts.tStartMicros ?? 0;
  const tick = opts.tickMicros ?? CRYSTAL_TICK_MICROS;
  const rate = 1 + opts.skewPpm * PPM;
  const drift = ((opts.driftPpmPerHour ?? 0) * PPM) / MICROS_PER_HOUR;
  let offset = opts.offsetMicros;
  for (const [name, value] of Object.entries({ tStart, tick, rate, drift, offset }))
    if (!Number.isFinite(value)) throw new RangeError(`band clock: ${name} must be finite, found ${String(value)}`);
  if (rate <= 0 || tick < 0) throw new RangeError("band clock: it must run forwards, in steps of 0 or more");

  const exact = (tMicros: number): number => {
    const since = tMicros - tStart;
    return offset + rate * since + (drift * since * since) / 2;
  };
  const toTick = (value: number): number => {
    if (tick === 0) return value;
    const ticks = value / tick;
    // A float64 near a whole tick may stand a rounding below it, and far from zero always does: it counts as that tick.
    return Math.floor(ticks + EPSILON * Math.abs(ticks)) * tick;
  };

  return {
    bandAt: (tMicros) => bandMicros(toTick(exact(tMicros))),
    exactBandAt: (tMicros) => bandMicros(exact(tMicros)),
    trueAtBand(tBandMicros) {
      const shown = tBandMicros - offset;
      // The root of the quadratic that stays accurate as the drift goes to 0.
      let tMicros = tStart + (2 * shown) / (rate + Math.sqrt(rate * rate + 2 * drift * shown));
      if (!Number.isFinite(tMicros)) throw new RangeError(`band clock: it never shows ${String(tBandMicros)}`);
      // Rounding may leave it a hair before the tick; whoever wakes then would read one tick too little.
      const nudge = EPSILON * Math.max(Math.abs(tMicros), Math.abs(tBandMicros), Math.abs(tStart));
      while (toTick(exact(tMicros)) < toTick(tBandMicros)) tMicros += nudge;
      return sessionMicros(tMicros);
    },
    jump(byMicros) {
      if (!Number.isFinite(byMicros)) throw new RangeError(`band clock: jump by ${String(byMicros)}`);
      offset += byMicros;
    },
  };
};
