import { Command, Option } from "commander";
import { CliError } from "../errors.ts";
import { type BenchOptions, benchMembers, MOTORS } from "./bench-members.ts";
import { addRecordOptions, type RecordOptions } from "../record/record-options.ts";
import { addExerciseOption, type ExerciseOptions } from "../exercise/exercise-option.ts";
import { networkPort, tempo, wholeNumber } from "../options.ts";
import type { Scheduler } from "@entrain/time";
import { systemScheduler } from "../system-scheduler.ts";
import { bandNumbers } from "./bridge-bands.ts";
import { connectBridge } from "./bridge-members.ts";
import { baudOption } from "./baud-option.ts";
import { parsePortTarget } from "./port-target.ts";
import { addCompanyOptions, type CompanyOptions } from "./company-options.ts";
import { addOutletOptions, type OutletOptions } from "./outlet-options.ts";
import { addLanOption, type LanOptions } from "./lan-option.ts";
import { addPeopleOption, type PeopleOptions } from "./people-option.ts";
import { serveSession } from "./serve-session.ts";

interface RunOptions
  extends RecordOptions, OutletOptions, ExerciseOptions, CompanyOptions, PeopleOptions, LanOptions, BenchOptions {
  readonly port?: readonly string[];
  readonly firmata?: readonly string[];
  readonly bridge?: string;
  readonly bands: readonly number[];
  readonly group: number;
  readonly bpm: number;
  readonly pagePort: number;
  readonly baud: number;
  readonly start: boolean;
  readonly seed: number;
}

const bridgeOf = async ({ bridge: path, bands, group, baud }: Omit<RunOptions, "port">, scheduler: Scheduler) => {
  if (path === undefined) return undefined;
  const { openLink } = parsePortTarget(path, baud);
  return connectBridge({ name: path, scheduler, openLink, group, numbers: bands });
};

const run = async ({ port: ports = [], firmata = [], ...options }: RunOptions): Promise<void> => {
  const { bridge: _bridge, bands: _bands, group: _group, bpm, pagePort, baud, start, seed, ...record } = options;
  const scheduler = systemScheduler();
  const worn = ports
    .map((text) => parsePortTarget(text, baud))
    .map(({ name, openLink }) => ({ name, reach: openLink }));
  const bench = await benchMembers(firmata, options);
  if (worn.length + bench.length === 0 && options.bridge === undefined)
    throw new CliError("usage", "expected --port, --bridge or --firmata, found none of them");
  const bridged = await bridgeOf(options, scheduler);
  try {
    await serveSession({
      scheduler,
      members: [...worn, ...(bridged?.members ?? []), ...bench],
      title: "Session",
      ...record,
      simulated: false,
      bpm,
      port: pagePort,
      seed,
      autoStart: start,
      say: (line) => {
        process.stdout.write(`${line}\n`);
      },
    });
  } finally {
    await bridged?.bridge.close();
  }
};

/** Of an Arduino Mega. */
const HIGHEST_PIN = 69;

/** `entrain run`: real bands on real ports. */
export const createRunCommand = (): Command =>
  addLanOption(
    addCompanyOptions(addOutletOptions(addRecordOptions(addPeopleOption(addExerciseOption(new Command("run")))))),
  )
    .description("pace and score real bands, with the page")
    .option("--port <path...>", "a serial port a band, or tcp:HOST:PORT; NAME=PATH names its wearer")
    .option("--bridge <port>", "the port of a bridge, which speaks with a room of numbered bands")
    .option("--bands <numbers>", "which of them, as in 1-30 or 1-6,9", bandNumbers, bandNumbers("1-30"))
    .option("--group <number>", "of the bridge and its bands", wholeNumber("--group", 0, 65_535), 1)
    .option(
      "--firmata <path...>",
      "an Arduino with StandardFirmata, for the bench only, never worn; NAME=PATH names it",
    )
    .addOption(
      new Option("--motor <kind>", "of --firmata: a DRV2605L with one of two kinds of motor, or a bare one")
        .choices(MOTORS)
        .default("drv2605l-erm"),
    )
    .option("--motor-pin <pin>", "of a bare motor, or of a DRV2605L's EN", wholeNumber("--motor-pin", 0, HIGHEST_PIN))
    .option("--bench-only", "a bare motor keeps its last level if this program dies: I will not wear it", false)
    .option("--bpm <tempo>", "beats a minute", tempo, 90)
    .option("--start", "begin at once, not at the press of Start", false)
    .option("--page-port <port>", "of the page; 0 takes a free one", networkPort("--page-port"), 4173)
    .addOption(baudOption())
    .option("--seed <number>", "for the chance floors", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .action(run);
