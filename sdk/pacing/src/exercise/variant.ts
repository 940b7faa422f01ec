import { PacingError } from "../errors.ts";
import type { ExerciseDocument, ExerciseStep, ExerciseVariant } from "./document.ts";

const stepsOf = (steps: readonly ExerciseStep[], { how, steps: changes = [] }: ExerciseVariant): ExerciseStep[] =>
  steps.map((step, place) => {
    const { step: _place, ...change } = changes.find((each) => each.step === place + 1) ?? { step: 0 };
    const changed = { ...step, ...change };
    return place === 0 ? { ...changed, say: changed.say === undefined ? how : `${how} ${changed.say}` } : changed;
  });

/** An exercise done in another way, as a document of its own: `sway` done `seated` is `sway-seated`. */
export const withVariant = (document: ExerciseDocument, variant: ExerciseVariant): ExerciseDocument => {
  const { variants: _others, ...rest } = document;
  return {
    ...rest,
    name: `${document.name}-${variant.name}`,
    title: `${document.title} (${variant.title.charAt(0).toLowerCase()}${variant.title.slice(1)})`,
    steps: stepsOf(document.steps, variant),
    ending: { ...document.ending, ...variant.ending },
  };
};

/**
 * @param name - of the variant; undefined for the exercise as it stands
 * @throws PacingError `no-such-variant`
 */
export const variantOf = (document: ExerciseDocument, name: string | undefined): ExerciseDocument => {
  if (name === undefined) return document;
  const { variants = [] } = document;
  const variant = variants.find((each) => each.name === name);
  if (variant !== undefined) return withVariant(document, variant);
  const known = variants.map((each) => each.name).join(", ");
  throw new PacingError(
    "no-such-variant",
    `expected a variant of ${document.name} (${known === "" ? "it has none" : known}), found "${name}"`,
  );
};
