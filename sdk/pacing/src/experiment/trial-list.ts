import type { ExerciseDocument, TrialLabel, Who } from "../exercise/document.ts";
import { timelineOf } from "../exercise/preview/timeline.ts";

/** A trial as it would be run: when it begins, and every pulse, whole µs from the beginning of the experiment. */
export interface ListedTrial extends TrialLabel {
  readonly startMicros: number;
  readonly endMicros: number;
  readonly stimuli: readonly { readonly who: Who; readonly tMicros: readonly number[] }[];
}

/** The trials of an experiment that was laid out; tempi that come from people are those that they begin with. */
export const trialList = (exercise: ExerciseDocument): readonly ListedTrial[] => {
  const trials: ListedTrial[] = [];
  for (const { step, startMicros, endMicros, lanes } of timelineOf(exercise).steps) {
    if (step.trial === undefined) continue;
    const stimuli = lanes
      .filter(({ pulses }) => pulses.length > 0)
      .map(({ who, pulses }) => ({ who, tMicros: pulses.map(({ tMicros }) => Math.round(tMicros)) }));
    const last = trials.at(-1);
    if (last?.trial === step.trial.trial)
      trials[trials.length - 1] = {
        ...last,
        endMicros: Math.round(endMicros),
        stimuli: [...last.stimuli, ...stimuli],
      };
    else
      trials.push({
        ...step.trial,
        startMicros: Math.round(startMicros),
        endMicros: Math.round(endMicros),
        stimuli,
      });
  }
  return trials;
};
