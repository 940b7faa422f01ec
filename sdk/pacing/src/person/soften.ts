import { sessionMicros } from "@entrain/protocol";
import type { Plan } from "../plan.ts";
import { proveSafe } from "../safety.ts";
import type { PersonSettings } from "./settings.ts";

const FULL = 255;
const EVERY_BEAT = 0xffff;

/** The strength, 0 to 255, that a person's settings allow at most. */
export const strengthCap = ({ strengthPercent = 100, pulses }: PersonSettings): number =>
  pulses === "off" ? 0 : Math.floor((strengthPercent * FULL) / 100);

/** The same plan no stronger than one person wants it, or silent. Proved safe. */
export const gentler = (plan: Plan, settings: PersonSettings): Plan => {
  const cap = strengthCap(settings);
  if (cap >= Math.max(plan.strength, plan.accentStrength)) return plan;
  const softer: Plan = {
    ...plan,
    strength: Math.min(plan.strength, cap),
    accentStrength: Math.min(plan.accentStrength, cap),
    muteMask: cap === 0 ? EVERY_BEAT : plan.muteMask,
  };
  proveSafe(softer);
  return softer;
};

/** The same plan a part of its first beat later, or earlier, as one person wants it. */
export const shifted = (plan: Plan, { phaseBeats = 0 }: PersonSettings): Plan =>
  phaseBeats === 0
    ? plan
    : { ...plan, beatZeroMicros: sessionMicros(plan.beatZeroMicros + phaseBeats * (plan.segments[1] ?? 0)) };
