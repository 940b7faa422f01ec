import {
  EXERCISE_SCHEMA,
  flag,
  key,
  list,
  number,
  object,
  ref,
  text,
  TITLE,
  whole,
  WORDS,
  bpm,
} from "../exercise/check/schema.ts";
import type { Schema } from "../exercise/check/schema-type.ts";

const MOST_BEATS = 2_000;
const LONGEST_SECONDS = 3_600;

const perturbation: Schema = {
  ...object(
    {
      kind: { enum: ["phase", "onset", "period"] },
      beat: whole(2, MOST_BEATS),
      byMillis: number(-5_000, 5_000),
      byPercent: number(-75, 300, "of the interval before this beat"),
    },
    ["byMillis", "byPercent"],
  ),
  description:
    "by ms or by hundredths; beats from 1; phase: this beat and all after it, onset: this alone, period: all intervals from it on",
};

const stepProperties = EXERCISE_SCHEMA.definitions?.["step"]?.properties ?? {};
const change = ["say", "metre", "roles", "score", "strengthPercent", "countInBars", "cue"];
const step = object(Object.fromEntries(change.map((name) => [name, stepProperties[name] ?? flag("")])), change);

const paced = {
  jitterPercent: number(0, 40, "of each interval, evenly spread"),
  perturbations: list(ref("perturbation"), 1, 100),
  step: ref("change"),
};
const seconds = number(5, LONGEST_SECONDS);

const condition: Schema = {
  oneOf: [
    object(
      {
        stimulus: { const: "virtual", description: "an even beat, or one that corrects by a share of the asynchrony" },
        bpm,
        beats: whole(1, MOST_BEATS, "whole bars"),
        correctionShare: number(0, 1),
        ...paced,
      },
      ["correctionShare", ...Object.keys(paced)],
    ),
    object(
      {
        stimulus: { const: "recorded", description: "intervals between a leader's beats, ms" },
        intervalsMillis: list(number(250, 15_000), 1, MOST_BEATS, "whole bars"),
        ...paced,
      },
      Object.keys(paced),
    ),
    object({ stimulus: { const: "live", description: "of whoever leads" }, bpm, seconds, step: ref("change") }, [
      "step",
    ]),
    object({ stimulus: { const: "none", description: "no pacer" }, seconds, step: ref("change") }, ["step"]),
    object({ stimulus: { const: "exercise" }, exercise: key, step: ref("change") }, ["step"]),
  ],
};

/** What an experiment document is. `experiment.schema.json` is this, for editors and other programs. */
export const EXPERIMENT_SCHEMA: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Entrain experiment",
  description: "Conditions, and blocks of trials of them in a seeded order",
  definitions: { ...EXERCISE_SCHEMA.definitions, perturbation, change: step, condition },
  ...object(
    {
      $schema: { type: "string", maxLength: 200 },
      format: { const: 1 },
      name: key,
      title: text(TITLE),
      purpose: text(WORDS),
      restSeconds: number(5, 600, "before each trial and after the last"),
      conditions: { type: "object", additionalProperties: ref("condition"), maxProperties: 50 },
      blocks: list(
        object({
          title: text(TITLE),
          conditions: list(key, 1, 50),
          repetitions: whole(1, 100),
          order: { enum: ["as-written", "shuffled", "latin-square"] },
        }),
        1,
        50,
      ),
    },
    ["$schema"],
  ),
};
