import { BandErrorCode, RAMP_MICROS, SESSION_MICROS, WearerAction } from "@entrain/protocol";
import { MIN_INTERVAL_MICROS } from "#board";
import { nowMicros } from "./clock.ts";
import { pulseAlone } from "./motor.ts";
import { isOwnRhythm, rest, scheduleOwn } from "./player.ts";
import { reportError } from "./report.ts";
import { setStoppedByWearer } from "./state.ts";
import { tellWearer } from "./wearer.ts";

/**
 * A rhythm that the wearer started on the band, with no host: a breath as a train of short pulses whose strength and
 * spacing rise and fall, or a steady beat. The session timer, the ramp and every other limit hold.
 */

const PULSE_MILLIS = 90;
const STRENGTH = 200;
const STEADY: readonly number[] = [0, STRENGTH];
/**
 * One breath: pairs of a place, in 1/64 of its length, and a strength. In for the first 24 of them, a rest, out for the
 * next 30 or so, a rest. The closest are 1/24 of a breath apart: 417 ms at the fastest of the three.
 */
const BREATH: readonly number[] = [
  0, 60, 6, 90, 11, 120, 16, 150, 20, 180, 23, 210, 28, 200, 31, 170, 35, 140, 40, 110, 46, 80, 53, 50,
];
const PLACES = 64;
/** Of the three breaths: 10, 12.5 and 15 s, six, about five and four a minute. */
const FASTEST_BREATH_MICROS = 10000000;
const SLOWER_MICROS = 2500000;
const BREATHS = 3;

let pattern = STEADY;
let periodMicros = 0;
let startedMicros = 0;
/** When the cycle that plays began, and which of its pulses comes next. */
let cycleMicros = 0;
let at = 0;
let play = (): void => undefined;

const schedule = (): void => {
  if (at >= pattern.length) {
    at = 0;
    cycleMicros += periodMicros;
  }
  scheduleOwn(cycleMicros + ((pattern[at] as number) * periodMicros) / PLACES, play);
};

play = (): void => {
  if (!isOwnRhythm) return; // stopped by what ran just before it
  const since = nowMicros() - startedMicros;
  if (since > SESSION_MICROS || since < 0) {
    reportError(BandErrorCode.sessionTimer, 0);
    rest(false);
    return;
  }
  const share = since < RAMP_MICROS ? since / RAMP_MICROS : 1;
  const quarterMillis = periodMicros / 4000;
  pulseAlone(PULSE_MILLIS < quarterMillis ? PULSE_MILLIS : quarterMillis, (pattern[at + 1] as number) * share);
  at += 2;
  schedule();
};

/**
 * @param choice - 1 to 3: a breath, each slower; more: a steady beat
 * @param tappedMicros - its period
 */
export const playOwnRhythm = (choice: number, tappedMicros: number): void => {
  rest(false);
  setStoppedByWearer(false);
  const isBreath = choice <= BREATHS;
  pattern = isBreath ? BREATH : STEADY;
  periodMicros = isBreath ? FASTEST_BREATH_MICROS + (choice - 1) * SLOWER_MICROS : tappedMicros;
  // Faster than the motor can: every other beat.
  while (periodMicros < MIN_INTERVAL_MICROS) periodMicros *= 2;
  startedMicros = cycleMicros = nowMicros();
  at = 0;
  schedule();
  tellWearer(WearerAction.ownRhythm, startedMicros);
};
