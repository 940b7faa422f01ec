import type { Envelope } from "./envelope.ts";

/** A band's rate error. */
export interface SkewFit {
  /** Band microseconds gained in one session microsecond: 20 ppm is 2e-5. */
  readonly skew: number;
  readonly skewSd: number;
}

/** What is known of a crystal before anything was measured: 30 ppm, one standard deviation. */
export const UNKNOWN_SKEW: SkewFit = { skew: 0, skewSd: 30e-6 };
/** What remains uncertain of the quickest way: ticks of 30 µs, an interrupt or two. */
const FLOOR_SD_MICROS = 100;
/** Where quick ways are rare, those that there are differ by as much as this share of all does. */
const QUICK_SHARE = 0.1;
const ITERATIONS = 3;

interface Moments {
  readonly xx: number;
  readonly xy: number;
}

/** Weighted second moments of one side about its own mean; a way that took so much longer than the quickest counts so much less. */
const momentsOf = ({ limits, side }: Envelope, skew: number): Moments => {
  const [{ tMicros: t0, offsetMicros: y0 } = { tMicros: 0, offsetMicros: 0 }] = limits;
  const excess = (limit: (typeof limits)[number]): number =>
    side * (limit.offsetMicros - y0 - skew * (limit.tMicros - t0));
  const sorted = Float64Array.from(limits, excess).sort();
  const quickest = sorted[0] ?? 0;
  const floor = FLOOR_SD_MICROS + (sorted[Math.floor(QUICK_SHARE * sorted.length)] ?? 0) - quickest;
  let [sw, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (const limit of limits) {
    const sd = floor + excess(limit) - quickest;
    const [w, x, y] = [1 / (sd * sd), limit.tMicros - t0, limit.offsetMicros - y0];
    sw += w;
    sx += w * x;
    sy += w * y;
    sxx += w * x * x;
    sxy += w * x * y;
  }
  return sw === 0 ? { xx: 0, xy: 0 } : { xx: sxx - (sx * sx) / sw, xy: sxy - (sx * sy) / sw };
};

/**
 * The common slope of two lines, one along the quickest ways there and one along the quickest ways back, by iteratively
 * reweighted least squares. What the ways take at their quickest shifts the lines, never the slope (Moon, Skelly and
 * Towsley, INFOCOM 1999, use the same lines for one way).
 *
 * @param from - where to begin: the last fit
 */
export const fitSkew = (sides: readonly Envelope[], from: SkewFit): SkewFit => {
  let { skew } = from;
  let information = 0;
  for (let i = 0; i < ITERATIONS; i++) {
    information = 1 / UNKNOWN_SKEW.skewSd ** 2;
    let moment = 0;
    for (const side of sides) {
      const { xx, xy } = momentsOf(side, skew);
      information += xx;
      moment += xy;
    }
    skew = moment / information;
  }
  return { skew, skewSd: Math.sqrt(1 / information) };
};
