import { Manner, MAX_LAG_MICROS, SOFT_STRENGTH } from "@entrain/protocol";
import { MOTOR_LAGS } from "#board";
import { keepSettings, LAG_OFFSET, MANNER, settings } from "./settings.ts";

/** From command to felt, as the board's table has it: pairs of strength and µs, the strongest first. */
const tableLag = (strength: number): number => {
  let at = 0;
  while (at + 2 < MOTOR_LAGS.length && strength < (MOTOR_LAGS[at] as number)) at += 2;
  const beyond = strength - (MOTOR_LAGS[at] as number);
  const lag = MOTOR_LAGS[at + 1] as number;
  return at === 0 || beyond <= 0
    ? lag
    : lag +
        (beyond / ((MOTOR_LAGS[at - 2] as number) - (MOTOR_LAGS[at] as number))) *
          ((MOTOR_LAGS[at - 1] as number) - lag);
};

/** How long after its command a pulse is felt: the table's, moved by what was measured on this very band. Light is seen at once. */
const inUse = (tableMicros: number): number =>
  settings[MANNER] === Manner.light ? 0 : tableMicros + (settings[LAG_OFFSET] as number);
export const lagMicros = (strength: number): number => inUse(tableLag(strength));
/** The same of full strength, which stands for any. */
export const fullLagMicros = (): number => inUse(MOTOR_LAGS[1] as number);

/** Takes what was measured with soft pulses. */
export const setLag = (micros: number): boolean => {
  if (!(micros <= MAX_LAG_MICROS)) return false;
  settings[LAG_OFFSET] = micros - tableLag(SOFT_STRENGTH);
  keepSettings();
  return true;
};
