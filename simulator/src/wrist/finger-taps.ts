import type { Random } from "../random/index.ts";
import type { Shaker } from "./create-wrist.ts";

/** Taps remembered for looking back. */
const REMEMBERED_TAPS = 16;
/** A finger on a hard case: a push of some milliseconds, after which the case swings a little on the skin. */
const PUSH_MICROS = 4_000;
const RING_HZ = 70;
const RING_DECAY_MICROS = 8_000;
const RING_SHARE = 0.15;
const RING_DECAYS = 7;
/** The sensor lies flat behind the face that is tapped on. */
const TILT_SD = 0.2;

/**
 * A finger that taps on the band. Assumed, to be measured on a band: half a sine of 4 ms, nearly along the sensor's z axis, then a ringing
 * at 70 Hz of 15 % of it.
 */
export interface FingerTaps extends Shaker {
  /** Taps at `tMicros`, in order of time. @param peakG - of the push */
  tap(tMicros: number, peakG: number): void;
}

export const createFingerTaps = (random: Random): FingerTaps => {
  const direction = [TILT_SD * random.normal(), TILT_SD * random.normal(), 1];
  const length = Math.hypot(...direction);
  const taps: { tMicros: number; peakG: number }[] = [];
  const force = (since: number): number => {
    if (since < 0) return 0;
    if (since < PUSH_MICROS) return Math.sin((Math.PI * since) / PUSH_MICROS);
    const after = since - PUSH_MICROS;
    if (after > RING_DECAYS * RING_DECAY_MICROS) return 0;
    return -RING_SHARE * Math.exp(-after / RING_DECAY_MICROS) * Math.sin((2 * Math.PI * RING_HZ * after) / 1e6);
  };
  return {
    tap(tMicros, peakG) {
      taps.push({ tMicros, peakG });
      if (taps.length > REMEMBERED_TAPS) taps.shift();
    },
    vibrationG(tMicros, out) {
      let sum = 0;
      for (const { tMicros: t, peakG } of taps) sum += peakG * force(tMicros - t);
      for (let axis = 0; axis < 3; axis++) out[axis] = (sum * (direction[axis] ?? 0)) / length;
    },
  };
};

/** Several things that shake one sensor. */
export const together = (shakers: readonly Shaker[]): Shaker => {
  const one = new Float64Array(3);
  return {
    vibrationG(tMicros, out) {
      out.fill(0);
      for (const shaker of shakers) {
        shaker.vibrationG(tMicros, one);
        for (let axis = 0; axis < 3; axis++) out[axis] = (out[axis] ?? 0) + (one[axis] ?? 0);
      }
    },
  };
};
