import { FrameBand } from "@entrain/band";
import { Command } from "commander";
import { baudOption } from "../live/baud-option.ts";
import { parsePortTarget } from "../live/port-target.ts";
import { wholeNumber } from "../options.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { type Calibration, calibrateBand } from "./calibrate-band.ts";

interface CalibrateOptions {
  readonly port: string;
  readonly pulses: number;
  readonly baud: number;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const FEWEST_PULSES = 8;
const MOST_PULSES = 100;

const DRIVER = {
  calibrated: "Its driver has calibrated itself to the motor.",
  failed:
    "Its driver could not calibrate itself to the motor, and drives it in an open loop until the next start: look at the motor's wires.",
  none: undefined,
} as const;

const inWords = (name: string, { lagMicros, errorMicros, pulses, driver }: Calibration, dryRun: boolean): string =>
  [
    `${name}: a soft pulse is felt ${(lagMicros / 1_000).toFixed(1)} ± ${(errorMicros / 1_000).toFixed(1)} ms after its command (${String(pulses)} pulses).`,
    DRIVER[driver],
    dryRun ? "The band was left as it was." : "The band keeps it.",
  ]
    .filter((line) => line !== undefined)
    .join("\n");

const calibrate = async ({ port, pulses, baud, dryRun, json }: CalibrateOptions): Promise<void> => {
  const scheduler = systemScheduler();
  const target = parsePortTarget(port, baud);
  const band = new FrameBand({ ...target, scheduler });
  try {
    await band.connect();
    if (!json) process.stdout.write(`Keep ${target.name} still: ${String(pulses)} soft pulses follow.\n`);
    const result = await calibrateBand(band, { scheduler, pulses, dryRun, onPulse: () => undefined });
    process.stdout.write(
      `${json ? JSON.stringify({ name: target.name, ...result }) : inWords(target.name, result, dryRun)}\n`,
    );
  } finally {
    await band.close();
  }
};

/** `entrain calibrate`: a band measures its own motor's lag. */
export const createCalibrateCommand = (): Command =>
  new Command("calibrate")
    .description(
      "have a band that lies still find, in its own accelerometer, how late its pulses are felt, and keep it",
    )
    .requiredOption("--port <path>", "a serial port, or tcp:HOST:PORT; NAME=PATH names it")
    .option("--pulses <count>", "how many", wholeNumber("--pulses", FEWEST_PULSES, MOST_PULSES), 24)
    .addOption(baudOption())
    .option("--dry-run", "measure only, leave the band as it was", false)
    .option("--json", "one object, for programs", false)
    .action(calibrate);
