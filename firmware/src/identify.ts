import { IDENTIFY_MILLIS, MAX_IDENTIFY_COUNT, SOFT_STRENGTH } from "@entrain/protocol";
import { pulseMotor } from "./motor.ts";

const GAP_MILLIS = 400;

/** A few short, soft pulses, told from a beat by their number. */
export const identify = (count: number): boolean => {
  if (count < 1 || count > MAX_IDENTIFY_COUNT) return false;
  pulseMotor(IDENTIFY_MILLIS, SOFT_STRENGTH);
  if (count > 1) setTimeout(() => identify(count - 1), GAP_MILLIS);
  return true;
};
