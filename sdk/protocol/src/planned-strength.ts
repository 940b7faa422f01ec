import type { MessageOf } from "./message-types.ts";

/** How strong a plan wants a pulse (0 to 255), before any cap, as a band works it out; 0 = silent. @param index - beat · subdivision + part */
export const plannedStrength = (plan: Omit<MessageOf<"plan">, "kind">, index: number): number => {
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
