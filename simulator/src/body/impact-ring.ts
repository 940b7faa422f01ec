import type { Impact } from "./gesture.ts";

/** Standard gravity, m/s². */
export const STANDARD_GRAVITY_MPS2 = 9.80665;

/** Hits remembered for looking back. */
const REMEMBERED_HITS = 8;
/** After this many decay times a ringing is below 0.1 % and left out. */
const DECAYS_HEARD = 7;

/** The shocks that hits send into the wrist. */
export interface ImpactRing {
  /** A hit at `tMicros`; strength 1 is the gesture's own. In time order. */
  hit(tMicros: number, strength: number): void;
  /** Upward acceleration at a time, m/s². */
  accelMps2(tMicros: number): number;
}

/** A damped oscillation from each hit on, starting from zero, scaled so that its first peak is `peakG`. */
export const createImpactRing = (impact: Impact): ImpactRing => {
  const omega = 2 * Math.PI * impact.frequencyHz;
  const decayS = impact.decayMicros / 1e6;
  const peakS = Math.atan(omega * decayS) / omega;
  const gain = (impact.peakG * STANDARD_GRAVITY_MPS2) / (Math.exp(-peakS / decayS) * Math.sin(omega * peakS));
  const hits: { tMicros: number; strength: number }[] = [];
  return {
    hit(tMicros, strength) {
      hits.push({ tMicros, strength });
      if (hits.length > REMEMBERED_HITS) hits.shift();
    },
    accelMps2(tMicros) {
      for (let i = hits.length - 1; i >= 0; i--) {
        const hit = hits[i];
        if (hit === undefined || hit.tMicros > tMicros) continue;
        const sinceS = (tMicros - hit.tMicros) / 1e6;
        if (sinceS > DECAYS_HEARD * decayS) return 0;
        return hit.strength * gain * Math.exp(-sinceS / decayS) * Math.sin(omega * sinceS);
      }
      return 0;
    },
  };
};
