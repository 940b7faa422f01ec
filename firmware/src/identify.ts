import { IDENTIFY_MILLIS, MAX_IDENTIFY_COUNT, SOFT_STRENGTH } from "@entrain/protocol";
import { pulseAlone } from "./motor.ts";

const GAP_MILLIS = 400;

/** Pulses still to come, and the timer for the next; 0 = none. */
let left = 0;
let timer = 0;

const pulse = (): void => {
  timer = 0;
  pulseAlone(IDENTIFY_MILLIS, SOFT_STRENGTH);
  left--;
  if (left > 0) timer = setTimeout(pulse, GAP_MILLIS);
};

/** Whatever stops the band stops this, too. */
export const stopIdentifying = (): void => {
  if (timer !== 0) clearTimeout(timer);
  timer = 0;
};

/** A few short, soft pulses, told from a beat by their number. */
export const identify = (count: number): boolean => {
  if (count < 1 || count > MAX_IDENTIFY_COUNT) return false;
  stopIdentifying();
  left = count;
  pulse();
  return true;
};
