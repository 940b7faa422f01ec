import { BandErrorCode, BandState, MAX_LATE_MICROS, QUIET_MICROS } from "@entrain/protocol";
import { MIN_INTERVAL_MICROS, STRETCHES_PULSES } from "#board";
import { bandOfSession, clockMap, sessionOfBand } from "./clock-map.ts";
import { nowMicros } from "./clock.ts";
import { shareInSilence } from "./contact.ts";
import { beginEnvelope, beginFade, endFade, envelopeAt, fadeEndMicros, isSessionOver } from "./envelope.ts";
import { stopIdentifying } from "./identify.ts";
import { fullLagMicros, lagMicros } from "./lag.ts";
import { notePulse } from "./last-pulse.ts";
import { commandMicros, noteCommand, noteLateness } from "./lateness.ts";
import { cappedStrength, endPulse, motorOff, pulseMotor, tOnMicros } from "./motor.ts";
import {
  barFrom,
  firstPulseFrom,
  plannedMillis,
  plannedStrength,
  pulseMicros,
  type Plan,
  shareLeft,
  STRETCHED_PER_INTERVAL,
} from "./plan.ts";
import { setNextPulse, NO_PULSE } from "./quiet.ts";
import { reportError, reportPulse } from "./report.ts";
import { forgetFelt, lastFeltMicros, noteFelt, slewedFelt } from "./slew.ts";

/**
 * Plays a plan from the absolute clock: each pulse has its own time, none follows from the one before. Everything that
 * a pulse needs is worked out before it is due, so that nothing but the motor command happens at its time.
 */

let playing: Plan | undefined;
let pending: Plan | undefined;
let pendingFromMicros = 0;
/** The next pulse: which, when (band clock, lag taken off), for how long, how strong. */
let index = 0;
let dueMicros = 0;
let nextMillis = 0;
/** A motor that must spin up may be on for longer than planned, up to this. */
let nextMostMillis = 0;
let nextStrength = 0;
let nextSessionMicros = 0;
/** When it is to be felt, band clock. */
let feltMicros = 0;
/** When the pulse of this number is to be felt, on the session clock: worked out with the one before. */
let aheadIndex = -1;
let aheadMicros = 0;
let lastPlayedMicros = 0;
let timer = 0;
/** Numbers the pulse that is on, for what is to be done when it is over; 0 = none is. */
let pulsing = 0;
let pulseCount = 0;
let onDue = (): void => undefined;
/** A rhythm that the wearer started plays in place of a plan (`own-rhythm.ts`). */
export let isOwnRhythm = false;

export const playerState = (): number =>
  playing ? (fadeEndMicros > 0 ? BandState.fading : BandState.playing) : BandState.resting;

export const playingRevision = (): number => (playing ? playing.revision : 0);

/** Asked only where there is a timer. */
const unschedule = (): void => {
  clearTimeout(timer);
  timer = 0;
  setNextPulse(NO_PULSE);
};

/** Stops playing; what was playing is kept only if it is to go on after a wearer's stop. */
export const rest = (keepPlan: boolean): void => {
  motorOff();
  if (timer !== 0) unschedule();
  stopIdentifying();
  isOwnRhythm = false;
  pulsing = 0;
  if (!keepPlan) {
    playing = pending = undefined;
    endFade();
  }
};

const takeOver = (plan: Plan): void => {
  playing = plan;
  pending = undefined;
  aheadIndex = -1;
  index = firstPulseFrom(plan, pendingFromMicros);
};

/** Why playing must end now, as an error code; 0 = it goes on, −1 = the plan is over. */
const endReason = (plan: Plan): number => {
  if (isSessionOver(dueMicros)) return BandErrorCode.sessionTimer;
  if ((fadeEndMicros > 0 && dueMicros >= fadeEndMicros) || (plan.pulses > 0 && index >= plan.pulses)) return -1;
  return 0;
};

/** Below 0 the clock was set back: no reason to wait. */
const isTooSoon = (micros: number): boolean => MIN_INTERVAL_MICROS > 0 && micros >= 0 && micros < MIN_INTERVAL_MICROS;

const prepare = (plan: Plan, tSessionMicros: number, strength: number): void => {
  aheadIndex = index + 1;
  aheadMicros = pulseMicros(plan, aheadIndex);
  let intervalMicros = aheadMicros - tSessionMicros;
  // What comes sooner is thinned: the next pulse that plays leaves more time.
  if (MIN_INTERVAL_MICROS > 0 && intervalMicros < MIN_INTERVAL_MICROS) intervalMicros = MIN_INTERVAL_MICROS;
  nextMillis = plannedMillis(plan, intervalMicros);
  if (STRETCHES_PULSES) nextMostMillis = intervalMicros / STRETCHED_PER_INTERVAL;
  nextStrength = Math.floor(strength * envelopeAt(dueMicros, shareLeft(plan, tSessionMicros)));
  dueMicros = feltMicros - lagMicros(cappedStrength(nextStrength));
};

/** So many silent pulses are skipped in one go: the interpreter has other work, too. */
const MAX_SKIPPED = 32;

/** Finds the next pulse that sounds and sets the timer for it; ends the plan where there is none. */
const schedule = (): void => {
  if (timer !== 0) unschedule();
  if (!playing || !clockMap) return;
  let tSessionMicros: number;
  let strength: number;
  const lastIndex = index + MAX_SKIPPED;
  for (;;) {
    tSessionMicros = index === aheadIndex ? aheadMicros : pulseMicros(playing, index);
    if (pending && tSessionMicros >= pendingFromMicros) {
      takeOver(pending);
      continue;
    }
    feltMicros = slewedFelt(tSessionMicros);
    // As for a strong one; one that turns out weak is commanded a little sooner.
    dueMicros = feltMicros - fullLagMicros();
    const reason = endReason(playing);
    if (reason !== 0) {
      if (reason > 0) reportError(reason, playing.revision);
      rest(false);
      return;
    }
    strength = plannedStrength(playing, index);
    const isSilent = strength === 0 || dueMicros < nowMicros() || isTooSoon(dueMicros - lastPlayedMicros);
    if (!isSilent || index >= lastIndex) break;
    index++;
  }
  prepare(playing, tSessionMicros, strength);
  nextSessionMicros = tSessionMicros;
  setNextPulse(dueMicros - commandMicros);
  timer = setTimeout(onDue, (dueMicros - commandMicros - nowMicros()) / 1000);
};

/** What is called after each pulse. Set once by the main program. */
let onPlayed: () => void;

onDue = (): void => {
  // Stopped by what ran just before it, when it was due already.
  if (timer === 0) return;
  timer = 0;
  const tMicros = nowMicros();
  const lateness = tMicros + commandMicros - dueMicros;
  const strength = Math.floor(nextStrength * shareInSilence(tMicros));
  const millis = lateness > MAX_LATE_MICROS ? 0 : pulseMotor(nextMillis, strength, nextMostMillis);
  setNextPulse(NO_PULSE);
  noteFelt(nextSessionMicros, feltMicros);
  noteLateness(lateness);
  if (millis > 0) {
    lastPlayedMicros = dueMicros;
    noteCommand(tOnMicros - tMicros);
    notePulse(tOnMicros, dueMicros, index, playingRevision(), strength);
  }
  const number = (pulsing = ++pulseCount);
  setTimeout(() => {
    endPulse();
    // Whoever stopped, or started anew, while it was on has settled what comes next.
    if (pulsing === number) {
      pulsing = 0;
      index++;
      schedule();
    }
    // Only now: what waits is read as long as the next pulse leaves time for it.
    if (millis > 0) reportPulse(millis);
    onPlayed();
  }, millis + 2);
};

export const startPlayer = (played: () => void): void => {
  onPlayed = played;
};

/** Begins, or begins again, at the next bar, softly. */
const begin = (): void => {
  const plan = playing as Plan;
  index = barFrom(plan, index);
  pulsing = 0;
  forgetFelt();
  lastPlayedMicros = 0;
  beginEnvelope(nowMicros());
  schedule();
};

/** Waits for a pulse of the wearer's own rhythm, in the same quiet, and until something stops it. */
export const scheduleOwn = (tDueMicros: number, play: () => void): void => {
  isOwnRhythm = true;
  dueMicros = tDueMicros;
  timer = setTimeout(play, (tDueMicros - nowMicros()) / 1000);
  setNextPulse(tDueMicros);
};

/** A correction below this waits for the pulse after the one that is being waited for. */
const SMALL_MICROS = 20000;

/** Works out anew the pulse that is being waited for; after one that is on this happens anyway. */
const reschedule = (): void => {
  if (timer !== 0) schedule();
};

/** A new clock map has come: mostly it differs by so little that working out a pulse anew would cost more than it gives. */
export const remapPlayer = (): void => {
  if (timer === 0 || isOwnRhythm) return;
  const moved = bandOfSession(nextSessionMicros) - feltMicros;
  // The first pulse has nothing to be slewed from: it goes where the best map has it.
  if (lastFeltMicros === 0 || moved > SMALL_MICROS || moved < -SMALL_MICROS) schedule();
};

/** From a moment of the session on, plays `plan`: at once where nothing plays, else in place of what does. */
export const playFrom = (plan: Plan, fromMicros: number): void => {
  const soonMicros = sessionOfBand(nowMicros() + fullLagMicros() + QUIET_MICROS);
  pending = plan;
  pendingFromMicros = fromMicros < soonMicros ? soonMicros : fromMicros;
  if (playing && fadeEndMicros === 0) {
    if (nextSessionMicros >= pendingFromMicros) reschedule(); // the pulse that is being waited for comes after that moment
    return;
  }
  takeOver(plan);
  begin();
};

/** Goes on after a wearer's stop, if there was something to go on with. */
export const resumePlayer = (): void => {
  if (!playing || !clockMap) return;
  index = firstPulseFrom(playing, sessionOfBand(nowMicros() + fullLagMicros() + QUIET_MICROS));
  begin();
};

/** Fades and rests. */
export const fadeOut = (fadeMicros: number): void => {
  // Where the wearer has stopped it there is nothing to fade.
  if (!playing || fadeMicros <= 0 || (timer === 0 && pulsing === 0)) {
    rest(false);
    return;
  }
  beginFade(nowMicros(), fadeMicros);
  pending = undefined;
  reschedule();
};
