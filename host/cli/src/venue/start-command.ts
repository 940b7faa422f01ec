import { createServer } from "@entrain/server";
import { Venue } from "@entrain/session";
import { Command } from "commander";
import { basename, join } from "node:path";
import { openShelf } from "../exercise/shelf.ts";
import { pageDir } from "../live/page-dir.ts";
import { networkPort, tempo, wholeNumber } from "../options.ts";
import { startRecording } from "../record/start-recording.ts";
import { untilSignal } from "../until-signal.ts";
import { GroupFolder } from "./group-folder.ts";
import { lookBack } from "./look-back.ts";
import { memoryFile } from "./memory-file.ts";
import { ownFolder } from "./own-folder.ts";
import { portGround } from "./port-ground.ts";
import { virtualGround } from "./virtual-ground.ts";

interface StartOptions {
  readonly port: readonly string[];
  readonly virtual: number | undefined;
  readonly bpm: number;
  readonly seed: number;
  readonly pagePort: number;
}

const MOST_BANDS = 100;
const TRIED_WITH = 6;

const warn = (line: string): void => {
  process.stderr.write(`entrain: ${line}\n`);
};

const start = async ({ port, virtual, bpm, seed, pagePort }: StartOptions): Promise<void> => {
  const home = ownFolder();
  const leaving = untilSignal();
  const shelf = await openShelf();
  const venue = new Venue({
    ground: virtual === undefined ? portGround(port) : virtualGround({ bands: virtual, seed, bpm }),
    openTry: () => virtualGround({ bands: TRIED_WITH, seed, bpm }),
    exercises: shelf.exercises,
    seed,
    bpm,
    groups: new GroupFolder(join(home, "groups"), warn),
    memory: memoryFile(join(home, "open-session.json")),
    startRecording: ({ groupId, continues, ...asked }) =>
      startRecording({
        ...asked,
        ...(continues && { continues: { ...continues, file: basename(continues.file) } }),
        dir: join(home, "sessions", groupId),
        seed,
        warn,
      }),
    report: lookBack,
  });
  try {
    await venue.resume();
    const server = await createServer({ session: venue, shelf, pageDir: pageDir(), port: pagePort });
    process.stdout.write(`Open ${server.url}  (Ctrl-C ends)\n`);
    await leaving;
    await server.close();
  } finally {
    await venue.close();
  }
};

/** `entrain start`: the page, from choosing who is here to looking back. */
export const createStartCommand = (): Command =>
  new Command("start")
    .description("the page for whoever leads: a group, a class, or virtual people to try it with")
    .option("--port <path...>", "bands that cannot be found by looking: a serial port, or tcp:HOST:PORT", [])
    .option(
      "--virtual <count>",
      "virtual people and their bands in place of real ones",
      wholeNumber("--virtual", 1, MOST_BANDS),
    )
    .option("--bpm <tempo>", "beats a minute to begin with", tempo, 90)
    .option("--seed <number>", "of the chance floors, and of virtual people", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .option("--page-port <port>", "of the page; 0 takes a free one", networkPort("--page-port"), 4173)
    .action(start);
