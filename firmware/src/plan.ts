import { microsOfBeat, MIN_INTERVAL_PER_PULSE } from "@entrain/protocol";

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

/** How strong the plan wants a pulse; 0 = silent. Pulses between beats have half the strength of the beat. */
export const plannedStrength = (plan: Plan, index: number): number => {
  const part = index % plan.subdivision;
  const place = ((index - part) / plan.subdivision) % plan.beatsPerBar;
  if ((plan.muteMask >> place) & 1) return 0;
  if (part > 0) return plan.strength >> 1;
  return (plan.accentMask >> place) & 1 ? plan.accentStrength : plan.strength;
};

/** How long a pulse lasts, where so long after it the next one is felt. */
export const plannedMillis = (plan: Plan, intervalMicros: number): number => {
  const most = intervalMicros / (1000 * MIN_INTERVAL_PER_PULSE);
  return plan.pulseMillis < most ? plan.pulseMillis : most;
};

/**
 * A motor that must spin up may be driven for longer, but in µs a millisecond for less than a quarter of the interval, so
 * that stretched pulses fit the duty ledger, which counts whole slots.
 */
export const STRETCHED_PER_INTERVAL = 4600;

/** How much of its strength the plan's own fade leaves at a time of the session, 1 where it has none; below 0 after it. */
export const shareLeft = (plan: Plan, tSessionMicros: number): number =>
  plan.pulses > 0 && plan.fadeMicros > 0 ? (pulseMicros(plan, plan.pulses) - tSessionMicros) / plan.fadeMicros : 1;
