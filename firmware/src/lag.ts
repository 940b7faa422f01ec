import { Manner, MAX_LAG_MICROS, SOFT_STRENGTH } from "@entrain/protocol";
import { MOTOR_LAGS } from "#board";
import { keepSettings, LAG_OFFSET, MANNER, settings } from "./settings.ts";

/** The strength whose lag stands for any. */
export const FULL_STRENGTH = 255;

/** From command to felt, as the board's table has it: pairs of strength and µs, by rising strength. */
const tableLag = (strength: number): number => {
  let at = 2;
  while (at < MOTOR_LAGS.length && (MOTOR_LAGS[at] as number) < strength) at += 2;
  const below = MOTOR_LAGS[at - 2] as number;
  const lag = MOTOR_LAGS[at - 1] as number;
  if (at >= MOTOR_LAGS.length || strength <= below) return lag;
  const share = (strength - below) / ((MOTOR_LAGS[at] as number) - below);
  return lag + share * ((MOTOR_LAGS[at + 1] as number) - lag);
};

/** How long after its command a pulse is felt: the table's, moved by what was measured on this very band. Light is seen at once. */
export const lagMicros = (strength: number): number =>
  settings[MANNER] === Manner.light ? 0 : tableLag(strength) + (settings[LAG_OFFSET] as number);

/** Takes what was measured with soft pulses. */
export const setLag = (micros: number): boolean => {
  if (!(micros <= MAX_LAG_MICROS)) return false;
  settings[LAG_OFFSET] = micros - tableLag(SOFT_STRENGTH);
  keepSettings();
  return true;
};
