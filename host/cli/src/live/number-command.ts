import { FrameBand } from "@entrain/band";
import { MAX_AIR_BANDS } from "@entrain/protocol";
import { Command } from "commander";
import { wholeNumber } from "../options.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { baudOption } from "./baud-option.ts";
import { parsePortTarget } from "./port-target.ts";

interface NumberOptions {
  readonly port: string;
  readonly number: number;
  readonly group: number;
  readonly baud: number;
}

const HIGHEST_GROUP = 65_535;

const giveNumber = async ({ port, number, group, baud }: NumberOptions): Promise<void> => {
  const target = parsePortTarget(port, baud);
  const band = new FrameBand({ ...target, scheduler: systemScheduler() });
  try {
    await band.connect();
    await band.setAirNumber(group, number);
    process.stdout.write(
      number === 0
        ? `${target.name} no longer listens for a bridge.\n`
        : `${target.name} is number ${String(number)} of group ${String(group)}, and keeps it.\n`,
    );
  } finally {
    await band.close();
  }
};

/** `entrain number`: as which band of which group a bridge will know it. */
export const createNumberCommand = (): Command =>
  new Command("number")
    .description("tell a band, over a link of its own, which number it has for a bridge; the band keeps it")
    .requiredOption("--port <path>", "a serial port, or tcp:HOST:PORT")
    .requiredOption(
      "--number <number>",
      "1 to 32; 0 = it listens for no bridge",
      wholeNumber("--number", 0, MAX_AIR_BANDS),
    )
    .option("--group <number>", "of the bridge and its bands", wholeNumber("--group", 0, HIGHEST_GROUP), 1)
    .addOption(baudOption())
    .action(giveNumber);
