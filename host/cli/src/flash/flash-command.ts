import { writeFile } from "node:fs/promises";
import type { OpenLink } from "@entrain/band";
import { flash, type FlashImage, type FlashProgress, flashScript, unflash } from "@entrain/band/flash";
import { boards } from "@entrain/boards";
import { installs } from "@entrain/firmware";
import { Command, Option } from "commander";
import { CliError } from "../errors.ts";
import { baudOption } from "../live/baud-option.ts";
import { parsePortTarget } from "../live/port-target.ts";
import { systemScheduler } from "../system-scheduler.ts";

interface FlashOptions {
  readonly board: keyof typeof installs;
  readonly port?: string;
  readonly tcp?: string;
  readonly out?: string;
  readonly remove: boolean;
  readonly baud: number;
}

interface Target {
  readonly where: string;
  readonly openLink: OpenLink;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const targetOf = ({ port, tcp, baud }: FlashOptions): Target => {
  const text = port ?? (tcp === undefined ? undefined : `tcp:${tcp}`);
  if (text === undefined) throw new CliError("usage", "expected one of --port, --tcp and --out, found none");
  if (tcp !== undefined && !/^[^:]+:\d+$/.test(tcp))
    throw new CliError("usage", `expected --tcp HOST:PORT, found "${tcp}"`);
  const { name, openLink } = parsePortTarget(text, baud);
  return { where: name, openLink };
};

const exactlyOne = ({ port, tcp, out, remove }: FlashOptions): void => {
  const found = [port, tcp, out].filter((value) => value !== undefined).length;
  if (found !== 1) throw new CliError("usage", `expected one of --port, --tcp and --out, found ${String(found)}`);
  if (remove && out !== undefined) throw new CliError("usage", "expected --remove with --port or --tcp, found --out");
};

/** A line a tenth; more would flood whoever reads a log. */
const sayTenths = (): ((progress: FlashProgress) => void) => {
  let said = "";
  return ({ file, doneBytes, totalBytes }) => {
    const line = `  ${file} ${String(Math.floor((10 * doneBytes) / totalBytes) * 10)} %`;
    if (line !== said) say(line);
    said = line;
  };
};

const writeScript = async (path: string, image: FlashImage): Promise<void> => {
  try {
    await writeFile(path, flashScript(image), "latin1");
  } catch (error) {
    throw new CliError("cannot-write", `expected to write ${path}, found: ${(error as Error).message}`);
  }
  say(
    `Wrote ${path}. Send it as it is to the prompt of the board, not more than five lines a second, ` +
      `and wait for "Entrain is there".`,
  );
};

const run = async (options: FlashOptions): Promise<void> => {
  exactlyOne(options);
  const image: FlashImage = installs[options.board];
  if (options.out !== undefined) {
    await writeScript(options.out, image);
    return;
  }
  const opts = { ...targetOf(options), scheduler: systemScheduler(), image, onProgress: sayTenths() };
  if (options.remove) {
    await unflash(opts);
    say(`${opts.where} is as it was before Entrain.`);
    return;
  }
  say(`${boards[options.board].label} at ${opts.where}:`);
  const { boardId, firmwareVersion, interpreterVersion } = await flash(opts);
  say(
    `${boardId} runs Entrain ${firmwareVersion} on Espruino ${interpreterVersion}. Its prompt is closed from now on; ` +
      `the way back: ${image.wayBack}.`,
  );
};

/** `entrain flash`: the firmware onto a board, or off it again. */
export const createFlashCommand = (): Command =>
  new Command("flash")
    .description("put the firmware on a board that runs Espruino, verified; or take it off again")
    .addOption(new Option("--board <board>", "what it is").choices(Object.keys(installs)).makeOptionMandatory())
    .option("--port <path>", "a serial port")
    .option("--tcp <host:port>", "a board behind a socket")
    .option("--out <file>", "no board: write what to send to a prompt by other means")
    .option("--remove", "leave the board as it was before", false)
    .addOption(baudOption())
    .action(run);
