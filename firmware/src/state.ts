import { BandErrorCode, BandState, LOW_BATTERY_PERCENT } from "@entrain/protocol";
import { batteryPercent } from "#board";
import { blockMotor } from "./motor.ts";
import { isOwnRhythm, playerState, rest } from "./player.ts";
import { reportError } from "./report.ts";

export let isStoppedByWearer = false;
let lowBattery = false;

export const bandState = (): number =>
  isStoppedByWearer
    ? BandState.stoppedByWearer
    : lowBattery
      ? BandState.lowBattery
      : isOwnRhythm
        ? BandState.ownRhythm
        : playerState();

/** The wearer's stop holds until the wearer takes it back; the motor is off before anything else happens. */
export const setStoppedByWearer = (stopped: boolean): void => {
  isStoppedByWearer = stopped;
  blockMotor(stopped || lowBattery);
};

/** @returns the charge in percent */
export const checkBattery = (): number => {
  const percent = batteryPercent();
  if (!lowBattery && percent < LOW_BATTERY_PERCENT) {
    lowBattery = true;
    blockMotor(true);
    rest(false);
    reportError(BandErrorCode.battery, percent);
  }
  return percent;
};
