import { openSerialLink } from "@entrain/band/node";
import { castOf, createWorld, runInRealTime } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { Command } from "commander";
import { addRecordOptions, type RecordOptions } from "../record/record-options.ts";
import { addExerciseOption, type ExerciseOptions } from "../exercise/exercise-option.ts";
import { networkPort, tempo, wholeNumber } from "../options.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { addOutletOptions, type OutletOptions } from "./outlet-options.ts";
import { addLanOption, type LanOptions } from "./lan-option.ts";
import { addPeopleOption, type PeopleOptions } from "./people-option.ts";
import { serveSession } from "./serve-session.ts";

interface DemoOptions extends RecordOptions, OutletOptions, ExerciseOptions, PeopleOptions, LanOptions {
  readonly bands: number;
  readonly bpm: number;
  readonly seed: number;
  readonly port: number;
}

const MOST_BANDS = 100;

const demo = async ({ bands: count, bpm, seed, port, ...record }: DemoOptions): Promise<void> => {
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed, cast: castOf(count), bpm });
  const stopWorld = runInRealTime(clock, systemScheduler());
  const members = world.bands.map(({ name }, index) => ({
    name,
    reach: () => openSerialLink({ binding: world.binding, path: world.paths[index] ?? name }),
  }));
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
    stopWorld();
  }
};

/** `entrain demo`: simulated bands, which run the real firmware, on simulated people. */
export const createDemoCommand = (): Command =>
  addLanOption(addOutletOptions(addRecordOptions(addPeopleOption(addExerciseOption(new Command("demo"))))))
    .description("six simulated bands on six virtual people, paced together, with the page")
    .option("--bands <count>", "how many", wholeNumber("--bands", 1, MOST_BANDS), 6)
    .option("--bpm <tempo>", "beats a minute", tempo, 90)
    .option("--seed <number>", "the same seed gives the same people", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .option("--port <port>", "of the page; 0 takes a free one", networkPort("--port"), 4173)
    .action(demo);
