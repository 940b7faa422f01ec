import { dirname, basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FrameBand } from "@entrain/band";
import { Command } from "commander";
import { CliError } from "../../errors.ts";
import { tempo, wholeNumber } from "../../options.ts";
import { writeTogether } from "../../score/write-together.ts";
import { systemScheduler } from "../../system-scheduler.ts";
import { untilSignal } from "../../until-signal.ts";
import { baudOption } from "../baud-option.ts";
import { parsePortTarget } from "../port-target.ts";
import { type Paced, paceTogether } from "./pace.ts";
import { pictureOf } from "./picture.ts";
import { resultOf, type Truth } from "./result.ts";
import { testSimulated } from "./simulated.ts";
import { textOf } from "./table.ts";

interface SyncTestOptions {
  readonly port?: readonly string[];
  readonly sim?: number;
  readonly seconds: number;
  readonly bpm: number;
  readonly seed: number;
  readonly baud: number;
  readonly json: boolean;
  readonly out?: string;
}

const MOST_BANDS = 30;
const MOST_SECONDS = 3_600;

const testPorts = async (ports: readonly string[], { baud, bpm, seconds }: SyncTestOptions): Promise<Paced> => {
  const scheduler = systemScheduler();
  let isOver = false;
  void untilSignal().then(() => {
    isOver = true;
  });
  return paceTogether({
    scheduler,
    bands: ports.map((text) => new FrameBand({ ...parsePortTarget(text, baud), scheduler })),
    bpm,
    seconds,
    pass: (s) => sleep(s * 1_000),
    isOver: () => isOver,
  });
};

const test = async (options: SyncTestOptions): Promise<{ paced: Paced; truth?: Truth }> => {
  const { port, sim, seed, bpm, seconds } = options;
  if (port !== undefined && sim === undefined) return { paced: await testPorts(port, options) };
  if (sim !== undefined && port === undefined) return testSimulated({ count: sim, seed, bpm, seconds });
  const found = port === undefined ? "neither" : "both";
  throw new CliError("usage", `expected either --port PATH… or --sim COUNT, found ${found}`);
};

const syncTest = async (options: SyncTestOptions): Promise<void> => {
  const { bpm, seconds, json, out } = options;
  if (out !== undefined && !out.endsWith(".svg"))
    throw new CliError("usage", `expected a name that ends in .svg for --out, found "${out}"`);
  const { paced, truth } = await test(options);
  const result = resultOf(paced, bpm, seconds, truth);
  if (out !== undefined) await writeTogether(dirname(out), { [basename(out)]: pictureOf(result, paced, truth) });
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : textOf(result));
};

/** `entrain sync-test`: are these bands felt together? */
export const createSyncTestCommand = (): Command =>
  new Command("sync-test")
    .description("pulse bands together for a minute, and tell how far apart they were felt")
    .option("--port <path...>", "a serial port a band, or tcp:HOST:PORT; NAME=PATH names it")
    .option(
      "--sim <count>",
      "simulated bands, in no time, compared with the truth",
      wholeNumber("--sim", 1, MOST_BANDS),
    )
    .option("--seconds <count>", "how long, after an opening of 16 s", wholeNumber("--seconds", 5, MOST_SECONDS), 60)
    .option("--bpm <tempo>", "beats a minute", tempo, 100)
    .option("--out <picture.svg>", "a picture, beat by beat")
    .option("--json", "one line of JSON, for programs", false)
    .addOption(baudOption())
    .option("--seed <number>", "of a simulation", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .action(syncTest);
