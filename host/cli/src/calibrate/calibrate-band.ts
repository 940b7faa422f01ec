import { BandError, type FrameBand } from "@entrain/band";
import { type BoardId, boards } from "@entrain/boards";
import { BandErrorCode, MAX_LAG_MICROS, sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import { CliError } from "../errors.ts";
import { type Lag, measureLag } from "./measure-lag.ts";
import { recordPulses } from "./record-pulses.ts";

export interface CalibrateOpts {
  readonly scheduler: Scheduler;
  readonly pulses: number;
  /** Leaves the band as it was. */
  readonly dryRun: boolean;
  readonly onPulse: (done: number) => void;
}

export interface Calibration extends Lag {
  readonly board: string;
  /** How the motor's driver came out of its own calibration; none where the board has none. */
  readonly driver: "calibrated" | "failed" | "none";
}

/** A driver looks at its motor and calibrates itself: each takes 0.4 s. */
const DRIVER_MICROS = 1_200_000;
const READY_MICROS = 5_000_000;

const ready = (band: FrameBand, scheduler: Scheduler): Promise<void> =>
  new Promise((resolve, reject) => {
    if (band.state === "ready") {
      resolve();
      return;
    }
    const stop = band.on((event) => {
      if (event.kind !== "state" || event.state !== "ready") return;
      stop();
      resolve();
    });
    scheduler.at(sessionMicros(scheduler.nowMicros() + READY_MICROS), () => {
      stop();
      reject(
        new BandError("no-answer", `expected ${band.name} to be ready within 5 s, found it still measuring its clock`),
      );
    });
  });

const calibrateDriver = async (band: FrameBand, scheduler: Scheduler): Promise<Calibration["driver"]> => {
  const failures: number[] = [];
  const stop = band.on((event) => {
    if (event.kind === "error" && event.code === BandErrorCode.motor) failures.push(event.detail);
  });
  try {
    await band.calibrate("driver");
  } catch (error) {
    stop();
    if (error instanceof BandError && error.code === "refused" && error.message.includes("does not know"))
      return "none";
    throw error;
  }
  await new Promise<void>((resolve) => {
    scheduler.at(sessionMicros(scheduler.nowMicros() + DRIVER_MICROS), resolve);
  });
  stop();
  return failures.length > 0 ? "failed" : "calibrated";
};

/**
 * Has a band at rest find out how late its pulses are felt, and keep it.
 *
 * @throws CliError, BandError
 */
export const calibrateBand = async (
  band: FrameBand,
  { scheduler, pulses, dryRun, onPulse }: CalibrateOpts,
): Promise<Calibration> => {
  await ready(band, scheduler);
  const board = band.info?.boardId ?? "";
  const facts = Object.hasOwn(boards, board) ? boards[board as BoardId] : undefined;
  if (facts === undefined)
    throw new CliError("not-felt", `expected a board whose motor is known, found "${board}" at ${band.name}`);
  const driver = dryRun ? "none" : await calibrateDriver(band, scheduler);
  const lag = measureLag(facts.motor.kind, await recordPulses(band, scheduler, pulses, onPulse), band.name);
  if (!(lag.lagMicros > 0 && lag.lagMicros <= MAX_LAG_MICROS))
    throw new CliError(
      "not-felt",
      `expected a lag of 0 to ${String(MAX_LAG_MICROS / 1_000)} ms at ${band.name}, found ${(lag.lagMicros / 1_000).toFixed(1)} ms`,
    );
  if (!dryRun) await band.setLag(Math.round(lag.lagMicros));
  return { ...lag, board, driver };
};
