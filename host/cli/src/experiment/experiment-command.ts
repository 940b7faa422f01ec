import { EXPERIMENT_SCHEMA, type ListedTrial, trialList } from "@entrain/pacing";
import { Command } from "commander";
import { type CommandOutput, PROCESS_OUTPUT } from "../command-output.ts";
import { readLibrary } from "../exercise/library.ts";
import { clockText } from "../exercise/timeline-text.ts";
import { wholeNumber } from "../options.ts";
import { laidOut, readExperimentFile } from "./experiment-file.ts";

const MICROS_PER_SECOND = 1e6;

const check = async (path: string, { out }: CommandOutput): Promise<void> => {
  const library = await readLibrary();
  const document = await readExperimentFile(path, library);
  const trials = trialList(laidOut(document, 0, library));
  const length = clockText(trials.at(-1)?.endMicros ?? 0);
  const { title, blocks, conditions } = document;
  out(
    `${path}: "${title}", ${String(trials.length)} trials of ${String(Object.keys(conditions).length)} conditions in ` +
      `${String(blocks.length)} blocks, about ${length} min; every plan lies within the safety limits\n`,
  );
};

const secondsText = (micros: number): string => (micros / MICROS_PER_SECOND).toFixed(6);

const trialText = ({ trial, block, condition, perturbation, startMicros, endMicros, stimuli }: ListedTrial): string =>
  [
    `${String(trial)}. ${block}: ${condition}, perturbation ${perturbation}, ${secondsText(startMicros)} to ${secondsText(endMicros)} s`,
    ...stimuli.map(({ who, tMicros }) => `   ${who}: ${tMicros.map(secondsText).join(" ")}`),
  ].join("\n");

interface PlanOptions {
  readonly seed: number;
  readonly json: boolean;
}

const plan = async (path: string, { seed, json }: PlanOptions, { out }: CommandOutput): Promise<void> => {
  const library = await readLibrary();
  const document = await readExperimentFile(path, library);
  const trials = trialList(laidOut(document, seed, library));
  if (json) out(`${JSON.stringify({ experiment: document.name, seed, trials }, null, 2)}\n`);
  else out(`${document.title}, seed ${String(seed)}; times from the beginning\n${trials.map(trialText).join("\n")}\n`);
};

/** `entrain experiment`: documents of experiments, checked and laid out. */
export const createExperimentCommand = (output: CommandOutput = PROCESS_OUTPUT): Command => {
  const experiment = new Command("experiment").description("documents of experiments: check, plan");
  experiment
    .command("check")
    .description("says whether a file is an experiment that every band may play; one line a problem, and exit code 1")
    .argument("<file>", "a document, JSON")
    .action((file: string) => check(file, output));
  experiment
    .command("plan")
    .description("prints the trials in their order, and when each pulse is felt; the same seed gives the same bytes")
    .argument("<file>", "a document, JSON")
    .option("--seed <number>", "of order and jitter", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .option("--json", "as JSON, times in µs", false)
    .action((file: string, options: PlanOptions) => plan(file, options, output));
  experiment
    .command("schema")
    .description("prints the JSON Schema, by which an editor completes and checks what you write")
    .action(() => {
      output.out(`${JSON.stringify(EXPERIMENT_SCHEMA, null, 2)}\n`);
    });
  return experiment;
};
