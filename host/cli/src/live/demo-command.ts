import { openSerialLink } from "@entrain/band/node";
import { castOf, createAirWorld, createWorld, runInRealTime } from "@entrain/simulator";
import { MAX_AIR_BANDS } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { CliError } from "../errors.ts";
import { Command } from "commander";
import { addRecordOptions, type RecordOptions } from "../record/record-options.ts";
import { addExerciseOption, type ExerciseOptions } from "../exercise/exercise-option.ts";
import { networkPort, tempo, wholeNumber } from "../options.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { connectBridge } from "./bridge-members.ts";
import { addOutletOptions, type OutletOptions } from "./outlet-options.ts";
import { addLanOption, type LanOptions } from "./lan-option.ts";
import { addPeopleOption, type PeopleOptions } from "./people-option.ts";
import { type ServedMember, serveSession } from "./serve-session.ts";

interface DemoOptions extends RecordOptions, OutletOptions, ExerciseOptions, PeopleOptions, LanOptions {
  readonly bands: number;
  readonly bridge: boolean;
  readonly bpm: number;
  readonly seed: number;
  readonly port: number;
}

const MOST_BANDS = 100;

interface Simulated {
  readonly members: readonly ServedMember[];
  readonly close: () => Promise<void>;
}

const GROUP = 1;

/** Each band on a link of its own. */
const linkedBands = async (clock: VirtualClock, { bands, bpm, seed }: DemoOptions): Promise<Simulated> => {
  const world = createWorld({ scheduler: clock, seed, cast: castOf(bands), bpm });
  const members = world.bands.map(({ name }, index) => ({
    name,
    reach: () => openSerialLink({ binding: world.binding, path: world.paths[index] ?? name }),
  }));
  return Promise.resolve({ members, close: () => Promise.resolve() });
};

/** All of them behind one bridge, over simulated radio. */
const bridgedBands = async (clock: VirtualClock, { bands, bpm, seed }: DemoOptions): Promise<Simulated> => {
  const cast = castOf(bands);
  const { binding, paths } = createAirWorld({ scheduler: clock, seed, bpm, rooms: [{ group: GROUP, cast }] });
  const path = paths[0] ?? "";
  const { bridge, members } = await connectBridge({
    name: path,
    scheduler: clock,
    openLink: () => openSerialLink({ binding, path }),
    group: GROUP,
    numbers: cast.map((_, index) => index + 1),
    names: cast.map(({ name }) => name),
  });
  return { members, close: () => bridge.close() };
};

const demo = async (options: DemoOptions): Promise<void> => {
  const { bands: count, bridge, bpm, seed, port, ...record } = options;
  if (bridge && count > MAX_AIR_BANDS)
    throw new CliError(
      "usage",
      `expected at most ${String(MAX_AIR_BANDS)} for --bands behind a bridge, found ${String(count)}`,
    );
  const clock = new VirtualClock();
  const stopWorld = runInRealTime(clock, systemScheduler());
  const { members, close } = await (bridge ? bridgedBands(clock, options) : linkedBands(clock, options));
  try {
    await serveSession({
      scheduler: clock,
      members,
      title: "Demonstration",
      ...record,
      simulated: true,
      bpm,
      port,
      seed,
      autoStart: true,
      say: (line) => {
        process.stdout.write(`${line}\n`);
      },
    });
  } finally {
    await close();
    stopWorld();
  }
};

/** `entrain demo`: simulated bands, which run the real firmware, on simulated people. */
export const createDemoCommand = (): Command =>
  addLanOption(addOutletOptions(addRecordOptions(addPeopleOption(addExerciseOption(new Command("demo"))))))
    .description("six simulated bands on six virtual people, paced together, with the page")
    .option("--bands <count>", "how many", wholeNumber("--bands", 1, MOST_BANDS), 6)
    .option("--bridge", "all of them behind one bridge, over simulated radio", false)
    .option("--bpm <tempo>", "beats a minute", tempo, 90)
    .option("--seed <number>", "the same seed gives the same people", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .option("--port <port>", "of the page; 0 takes a free one", networkPort("--port"), 4173)
    .action(demo);
