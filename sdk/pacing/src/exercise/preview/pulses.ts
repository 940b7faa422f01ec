import { microsOfBeat } from "@entrain/protocol";
import type { Plan } from "../../plan.ts";

/** A pulse as a plan has it; strength 0 to 255, before any cap. */
export interface PlannedPulse {
  readonly tMicros: number;
  readonly strength: number;
}

/** How strong a plan wants a pulse, as a band works it out; 0 = silent. */
export const plannedStrength = (plan: Plan, index: number): number => {
  const part = index % plan.subdivision;
  const place = ((index - part) / plan.subdivision) % plan.beatsPerBar;
  if (((plan.muteMask >> place) & 1) === 1) return 0;
  if (part > 0) return plan.strength >> 1;
  const { swellBeats: swell, beatsPerBar: bar, strength, accentStrength } = plan;
  if (swell > 0) {
    const share = place < swell ? (place + 1) / swell : (bar - place) / (bar - swell + 1);
    return Math.floor(strength + (accentStrength - strength) * share);
  }
  return ((plan.accentMask >> place) & 1) === 1 ? accentStrength : strength;
};

/** The pulses of a plan in a stretch of time, fade left out. */
export const pulsesBetween = (plan: Plan, fromMicros: number, toMicros: number): readonly PlannedPulse[] => {
  const pulses: PlannedPulse[] = [];
  for (let index = 0; plan.totalBeats === 0 || index < plan.totalBeats * plan.subdivision; index++) {
    const tMicros = plan.beatZeroMicros + microsOfBeat(plan.segments, index / plan.subdivision);
    if (tMicros >= toMicros) break;
    const strength = plannedStrength(plan, index);
    if (tMicros >= fromMicros && strength > 0) pulses.push({ tMicros, strength });
  }
  return pulses;
};
