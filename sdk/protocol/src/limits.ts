/**
 * The safety envelope in numbers. The firmware enforces it, the host proves each plan within it, the simulator and the
 * conformance suite check it: all of them read it here. Integers, because an interpreter on a band parses many decimal
 * literals to a neighbouring double.
 */

/** The longest that the motor may be on in one go. */
export const MAX_PULSE_MILLIS = 200;
/** From its beginning, a pulse keeps the motor for so many times its length: pulses back to back are one long pulse. */
export const BUSY_PER_PULSE = 3;
/** Motor time in any {@link DUTY_WINDOW_MILLIS}: one quarter. */
export const MAX_ON_MILLIS_IN_WINDOW = 2_500;
export const DUTY_WINDOW_MILLIS = 10_000;
/** One pulse may last at most this part (1/n) of the time to the next. */
export const MIN_INTERVAL_PER_PULSE = 4;
/** Strength rises from nothing over this time after a start or a resume. */
export const RAMP_MICROS = 5_000_000;
/** With no frame from the host for so long, a host-led plan fades … */
export const HORIZON_MICROS = 10_000_000;
/** … over this time, and the band rests. */
export const FADE_MICROS = 3_000_000;
/** A session stops by itself. */
export const SESSION_MICROS = 1_800_000_000;
/** Nothing but the pulse itself runs in this time before a pulse. */
export const QUIET_MICROS = 25_000;
/** A pulse that would come later than this is left out instead: late beats are not made up for. */
export const MAX_LATE_MICROS = 50_000;
/** A clock correction may shift a pulse by at most this part (1/n) of the time since the last. */
export const SLEW_DIVISOR = 32;
/** Identify and mirroring pulses need no ramp, but stay below this. */
export const SOFT_STRENGTH = 96;
/** Of the quiet manner: no pulse is stronger. */
export const QUIET_STRENGTH = 96;
/** Light in place of the motor: at most three flashes a second (WCAG 2.3.1). */
export const MIN_FLASH_MICROS = 333_334;
/** No motor is felt later than this after its command. */
export const MAX_LAG_MICROS = 150_000;
/** A driver's own calibration takes at most 350 ms (DRV2605L); it is the one time that a motor is on for longer than a pulse. */
export const DRIVER_CALIBRATION_MILLIS = 360;
export const IDENTIFY_MILLIS = 60;
export const MAX_IDENTIFY_COUNT = 5;
/** Tempo range of a plan, as beat periods: 240 to 4 a minute. */
export const MIN_PERIOD_MICROS = 250_000;
export const MAX_PERIOD_MICROS = 15_000_000;
/** Below this charge the motor stays off. */
export const LOW_BATTERY_PERCENT = 5;
/** A band that leads tells of one movement onset in this time at most: what a blow shakes, it shakes for a while. */
export const MIN_ONSET_INTERVAL_MILLIS = 180;
/** A wearer resumes by holding the button for this long. */
export const RESUME_HOLD_MICROS = 2_000_000;
/** A band sends its IMU samples as soon as it has so many: waiting for more costs more delay than all the rest. */
export const BURST_SAMPLES = 4;
/** More in one frame only when the quiet before a pulse held them up. */
export const MAX_BURST_SAMPLES = 8;
/** What is processed even in the quiet before a pulse: a stop, which is a line this short. */
export const URGENT_LINE_CHARS = 20;
