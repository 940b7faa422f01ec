import { microsOfBeat, plannedStrength } from "@entrain/protocol";
import type { Plan } from "../../plan.ts";

export { plannedStrength };

/** A pulse as a plan has it; strength 0 to 255, before any cap. */
export interface PlannedPulse {
  readonly tMicros: number;
  readonly strength: number;
}

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
