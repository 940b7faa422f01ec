import { HAS_AIR, noteAirWearer } from "#air";
import { Manner, WearerAction } from "@entrain/protocol";
import { nowMicros } from "./clock.ts";
import { motorOff, setWearerCap, wearerCapNow } from "./motor.ts";
import { rest, resumePlayer } from "./player.ts";
import { flushReports, reportWearer } from "./report.ts";
import { keepSettings, MANNER, settings } from "./settings.ts";
import { isStoppedByWearer, setStoppedByWearer } from "./state.ts";

/** What a wearer can do, however a board lets it be done: `button.ts`, `double-tap.ts`. */

/** Strengths that the dimmer goes through. */
const DIMMER_STEP = 64;
const FULL = 255;

export const tellWearer = (action: number, tMicros: number): void => {
  reportWearer(action, wearerCapNow(), tMicros);
  flushReports();
  if (HAS_AIR) noteAirWearer(action, tMicros);
};

/** Whatever else is going on. */
export const stopByWearer = (): void => {
  motorOff();
  if (isStoppedByWearer) return;
  setStoppedByWearer(true);
  rest(true);
  tellWearer(WearerAction.stop, nowMicros());
};

/** With the group again, from the next bar. */
export const resume = (): void => {
  setStoppedByWearer(false);
  resumePlayer();
  tellWearer(WearerAction.resume, nowMicros());
};

/** One step softer; after the softest, full again. */
export const dim = (): void => {
  const cap = wearerCapNow() - DIMMER_STEP;
  setWearerCap(cap > 0 ? cap : FULL);
  tellWearer(WearerAction.dim, nowMicros());
};

/** From the motor to the quiet motor, to light, and round. Kept through a restart. */
export const nextManner = (): void => {
  const manner = settings[MANNER] as number;
  settings[MANNER] = manner === Manner.light ? Manner.motor : manner + 1;
  keepSettings();
  tellWearer(WearerAction.manner, nowMicros());
};
