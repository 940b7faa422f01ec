import type { ExerciseDocument, ExerciseStep } from "../exercise/document.ts";
import type { ExperimentDocument } from "./document.ts";
import { perturbationWords } from "./intervals.ts";
import { orderOf } from "./order.ts";
import { type ExerciseOf, trialSteps } from "./trial-steps.ts";

export interface LayExperimentOpts {
  readonly document: ExperimentDocument;
  /** Of `random`, so that it can be told and drawn again. */
  readonly seed: number;
  /** Uniform in [0, 1), begun with that seed: first the orders of all blocks are drawn, then each trial's jitter. */
  readonly random: () => number;
  readonly exerciseOf: ExerciseOf;
}

const FADE_SECONDS = 2;

const restOf = (seconds: number): ExerciseStep => ({
  title: "Between trials",
  lasts: { seconds },
  tempo: { source: "none" },
  roles: [{ who: "everyone", plays: "listen" }],
  score: "none",
});

/**
 * An experiment as an exercise: a step a trial (or the steps of an exercise), each with its label, and rest between them,
 * whose end is cued. The same seed gives the same to the last bit.
 *
 * @param opts - a document that `readExperiment` has let through
 */
export const layExperiment = ({ document, seed, random, exerciseOf }: LayExperimentOpts): ExerciseDocument => {
  const { name, title, purpose, restSeconds, blocks, conditions } = document;
  const order = blocks.flatMap((block) =>
    orderOf(block, random).map((condition) => ({ block: block.title, condition })),
  );
  const trials = order.length;
  const steps = order.flatMap(({ block, condition: key }, i) => {
    const condition = conditions[key];
    if (condition === undefined) return [];
    const perturbation = perturbationWords(condition);
    const trial = { experiment: name, seed, block, trial: i + 1, trials, condition: key, perturbation };
    const own = trialSteps(condition, random, exerciseOf).map((step) => ({
      ...step,
      title: `Trial ${String(i + 1)} of ${String(trials)}`,
      trial,
    }));
    return [restOf(restSeconds), ...own];
  });
  return {
    format: 1,
    name,
    title,
    purpose,
    suitability: [],
    steps: [...steps, restOf(restSeconds)],
    ending: { fadeSeconds: FADE_SECONDS },
  };
};
