import { microsOfBeat } from "@entrain/protocol";

/** A plan as it plays: its pulses are numbered beat · subdivision + part. */
export interface Plan {
  readonly beatZeroMicros: number;
  readonly revision: number;
  /** 0 = until stopped. */
  readonly pulses: number;
  readonly fadeMicros: number;
  readonly pulseMillis: number;
  readonly accentMask: number;
  readonly muteMask: number;
  readonly beatsPerBar: number;
  readonly subdivision: number;
  readonly strength: number;
  readonly accentStrength: number;
  readonly segments: Float64Array;
}

/** When a pulse is felt, on the session clock. */
export const pulseMicros = (plan: Plan, index: number): number =>
  plan.beatZeroMicros + microsOfBeat(plan.segments, index / plan.subdivision);

/** The first pulse at or after a time: by doubling and halving, since a band has no exact square root to invert with. */
export const firstPulseFrom = (plan: Plan, tMicros: number): number => {
  if (pulseMicros(plan, 0) >= tMicros) return 0;
  let high = 1;
  while (pulseMicros(plan, high) < tMicros) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pulseMicros(plan, middle) < tMicros) low = middle;
    else high = middle;
  }
  return high;
};

/** The first pulse of the first bar that begins at or after a pulse. */
export const barFrom = (plan: Plan, index: number): number => {
  const pulsesPerBar = plan.beatsPerBar * plan.subdivision;
  return Math.floor((index + pulsesPerBar - 1) / pulsesPerBar) * pulsesPerBar;
};

const bit = (mask: number, position: number): number => (mask >> position) & 1;

/** How strong the plan wants a pulse; 0 = silent. Pulses between beats have half the strength of the beat. */
export const plannedStrength = (plan: Plan, index: number): number => {
  const beat = Math.floor(index / plan.subdivision);
  const place = beat % plan.beatsPerBar;
  if (bit(plan.muteMask, place)) return 0;
  if (index % plan.subdivision !== 0) return plan.strength >> 1;
  return bit(plan.accentMask, place) ? plan.accentStrength : plan.strength;
};
