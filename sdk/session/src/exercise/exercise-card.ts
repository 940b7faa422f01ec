import { type ExerciseDocument, type ExerciseVariant, timelineOf } from "@entrain/pacing";
import { MICROS_PER_SECOND } from "@entrain/protocol";

/** An exercise as somebody chooses it from a list. */
export interface ExerciseCard extends Pick<ExerciseDocument, "name" | "title" | "purpose" | "suitability" | "people"> {
  /** Other ways to do it. */
  readonly variants: readonly Pick<ExerciseVariant, "name" | "title" | "how">[];
  /** From the first beat to the end of the last step, as far as that is known beforehand. */
  readonly seconds: number;
  /** Some steps go on until somebody goes on: it takes longer than that. */
  readonly isOpen: boolean;
  readonly steps: readonly StepCard[];
}

export interface StepCard {
  readonly title: string;
  readonly say?: string;
  /** Absent where somebody ends it. */
  readonly seconds?: number;
}

const secondsOf = (micros: number): number => Math.round(micros / MICROS_PER_SECOND);

const made = new WeakMap<ExerciseDocument, ExerciseCard>();

/** Laid out once for each document. */
export const exerciseCard = (document: ExerciseDocument): ExerciseCard => {
  const known = made.get(document) ?? cardOf(document);
  made.set(document, known);
  return known;
};

const cardOf = (document: ExerciseDocument): ExerciseCard => {
  const { name, title, purpose, suitability, people, variants = [] } = document;
  const { steps, endMicros } = timelineOf(document);
  return {
    name,
    title,
    purpose,
    suitability,
    ...(people !== undefined && { people }),
    variants: variants.map((variant) => ({ name: variant.name, title: variant.title, how: variant.how })),
    seconds: secondsOf(endMicros),
    isOpen: steps.some(({ isOpen }) => isOpen),
    steps: steps.map(({ step, isOpen, startMicros, endMicros: ends }) => ({
      title: step.title,
      ...(step.say !== undefined && { say: step.say }),
      ...(!isOpen && { seconds: secondsOf(ends - startMicros) }),
    })),
  };
};
