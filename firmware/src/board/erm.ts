/**
 * An eccentric mass between two transistors: the upper one, on the pin that a hardware timer pulls low, switches it off
 * whatever the lower one does, which carries the PWM. A mass at rest is driven in full until it turns: at less it would
 * take off late, or not at all.
 */

/** A coin motor begins to be felt after about 57 ms of full drive; a late end of this adds little. */
const KICK_MILLIS = 40;
/** Above hearing. */
const PWM_HZ = 20000;

let kick = 0;
let level = 0;

const endKick = (pwmPin: Pin): void => {
  kick = 0;
  analogWrite(pwmPin, level, { freq: PWM_HZ });
};

/** @param strength - 1 to 255 */
export const driveErm = (offPin: Pin, pwmPin: Pin, strength: number): void => {
  level = strength / 255;
  if (kick !== 0) clearTimeout(kick);
  analogWrite(pwmPin, 1, { freq: PWM_HZ });
  digitalWrite(offPin, 1);
  kick = setTimeout(() => {
    endKick(pwmPin);
  }, KICK_MILLIS);
};
