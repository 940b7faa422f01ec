import { AckResult, BandErrorCode, BandState, CalibrateStep } from "@entrain/protocol";
import { calibrateDriver, setWideband } from "#board";
import { lendMotor } from "./motor.ts";
import { reportError } from "./report.ts";
import { bandState } from "./state.ts";

let isWide = false;

export const endCalibration = (): void => {
  if (isWide) setWideband(false);
  isWide = false;
};

const onFailure = (status: number): void => {
  reportError(BandErrorCode.motor, status);
};

/** Carries out one step of a calibration. @returns one of `AckResult` */
export const calibrate = (step: number): number => {
  if (step === CalibrateStep.end) {
    endCalibration();
    return AckResult.ok;
  }
  if (bandState() !== BandState.resting) return AckResult.withheld;
  if (step === CalibrateStep.driver) return calibrateDriver(lendMotor, onFailure) ? AckResult.ok : AckResult.unknown;
  if (step !== CalibrateStep.wideband) return AckResult.badValue;
  isWide = true;
  setWideband(true);
  return AckResult.ok;
};
