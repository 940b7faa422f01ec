import { MAX_CHORAL_CHARACTERS } from "../../choral/choral-text.ts";
import { MAX_BPM, MIN_BPM } from "../../tempo.ts";
import { WHO } from "../document.ts";
import type { Schema } from "./schema-type.ts";

const described = (schema: Schema, description?: string): Schema =>
  description === undefined ? schema : { ...schema, description };
export const text = (maxLength: number, description?: string): Schema =>
  described({ type: "string", minLength: 1, maxLength }, description);
export const number = (minimum: number, maximum: number, description?: string): Schema =>
  described({ type: "number", minimum, maximum }, description);
export const whole = (minimum: number, maximum: number, description?: string): Schema =>
  described({ type: "integer", minimum, maximum }, description);
export const flag = (description: string): Schema => ({ type: "boolean", description });
export const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
export const list = (items: Schema, minItems: number, maxItems: number, description?: string): Schema =>
  described({ type: "array", minItems, maxItems, items }, description);
/** @param optional - names of properties that may be absent */
export const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

export const key: Schema = { type: "string", maxLength: 60, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };
const fadeSeconds = number(2, 60, "pulses grow softer until there are none");
export const TITLE = 80;
export const WORDS = 600;
const STEP_SECONDS = 3_600;
export const bpm = number(MIN_BPM, MAX_BPM, "beats a minute");
const seconds = number(5, STEP_SECONDS, "rounded to whole bars or breaths, at least one");
const who: Schema = { enum: WHO, description: "the last role that names somebody is theirs" };
const settings: Schema = {
  type: "object",
  description: "of the controller that follows and leads, by name",
  properties: {},
  additionalProperties: { type: "number", minimum: -1_000, maximum: 1_000 },
  maxProperties: 32,
};
const beats = (description: string): Schema =>
  described({ type: "array", maxItems: 16, uniqueItems: true, items: whole(1, 16) }, description);

const lasts: Schema = {
  description: "until when a step goes on",
  oneOf: [
    object({ seconds }),
    object({ bars: whole(1, 1_000) }),
    object({ breaths: whole(1, 500) }),
    object({ readings: whole(1, 100, "of a text that is spoken") }),
    object({ until: { const: "next", description: "until the facilitator goes on" } }),
    object({
      until: { const: "wearers", description: "then until every wearer has said on the band that they go on" },
      seconds,
    }),
  ],
};

const tempo: Schema = {
  description: "where the beat comes from",
  oneOf: [
    object({ source: { const: "fixed" }, bpm }),
    object(
      {
        source: { const: "ramp", description: "evenly in period, then stays; over bars or over seconds" },
        fromBpm: { ...bpm, description: "default: the tempo of the step before" },
        toBpm: bpm,
        overBars: whole(1, 1_000),
        overSeconds: number(1, STEP_SECONDS),
      },
      ["fromBpm", "overBars", "overSeconds"],
    ),
    object({ source: { const: "keep", description: "that of the step before" } }),
    object({ source: { const: "tap" }, by: { enum: ["wearer", "keyboard", "movement"] }, bpm }),
    object(
      {
        source: { const: "breath", description: "one breath is one bar; parts of it for each phase" },
        breathsPerMinute: number(3, 10),
        toBreathsPerMinute: number(3, 10),
        overBreaths: whole(1, 200),
        inhale: { type: "number", exclusiveMinimum: 0, maximum: 60 },
        hold: number(0, 60),
        exhale: { type: "number", exclusiveMinimum: 0, maximum: 60 },
        rest: number(0, 60),
      },
      ["toBreathsPerMinute", "overBreaths", "hold", "rest"],
    ),
    object({ source: { const: "attune", description: "the group's own tempo" }, bpm, settings }, ["settings"]),
    object(
      {
        source: { const: "lead", description: "towards a target, as fast as the group stays with it" },
        bpm,
        targetBpm: bpm,
        changePercent: number(-75, 100, "of the tempo to begin with"),
        settings,
      },
      ["bpm", "targetBpm", "changePercent", "settings"],
    ),
    object({ source: { const: "leader", description: "from the movement of whoever leads" }, bpm }),
    object({
      source: { const: "partner", description: "corrects each pulse by a share of the asynchrony" },
      bpm,
      correctionShare: number(0, 1, "1 follows, 0 is steady"),
    }),
    object({
      source: { const: "speech", description: "a text spoken together, a beat for each stressed syllable" },
      bpm,
      text: text(MAX_CHORAL_CHARACTERS, "| before each syllable that is felt, / for a breath; a line is a phrase"),
    }),
    object({ source: { const: "none", description: "no common beat" } }),
  ],
};

const pattern = object(
  {
    bars: whole(1, 16, "until it repeats; bars times beats of a bar at most 16"),
    accents: beats("from 1; default: the first of each group of the metre"),
    mutes: beats("silent beats, from 1"),
    subdivision: whole(1, 4, "pulses a beat"),
    pulseMillis: whole(20, 200),
    accentPercent: whole(0, 100, "strength of accents"),
  },
  ["bars", "accents", "mutes", "subdivision", "pulseMillis", "accentPercent"],
);

const role: Schema = {
  description: "what a part of the group does",
  oneOf: [
    object(
      {
        who,
        plays: { const: "pattern" },
        pattern,
        phaseBeats: whole(0, 64, "beats by which it comes after the beat of all"),
        ratio: { type: "string", pattern: "^[1-4]:[1-4]$", description: '"1:2": one pulse to two beats' },
      },
      ["pattern", "phaseBeats", "ratio"],
    ),
    object({ who, plays: { const: "breath" } }),
    object({
      who,
      plays: { const: "mirror", description: "somebody's movement as pulses" },
      of: { enum: ["leader", "partner", "own", "group"] },
    }),
    object({ who, plays: { const: "listen", description: "nothing is pulsed; they move or attend" } }),
    object({ who, plays: { const: "rest", description: "nothing is pulsed and nothing expected" } }),
  ],
};

const step = object(
  {
    title: text(TITLE),
    say: text(WORDS, "what the facilitator may say"),
    lasts: ref("lasts"),
    tempo: ref("tempo"),
    metre: {
      type: "string",
      maxLength: 32,
      pattern: "^[1-9][0-9]?(\\+[1-9][0-9]?)*$",
      description: 'beats of a bar: "4", or additive as "2+2+3"',
    },
    roles: list(ref("role"), 1, 9),
    score: { enum: ["with-the-pulse", "with-each-other", "none"], description: "what a reading of this step says" },
    strengthPercent: whole(1, 100, "of what each board allows; the wearer's own cap comes on top"),
    countInBars: whole(1, 16, "bars of plain soft beats before the step"),
    cue: flag("the soft double pulse before the step ends; default true"),
    leader: { enum: ["same", "next"], description: "whether the lead passes on" },
    swap: flag("first and second of each pair change places"),
  },
  ["say", "metre", "strengthPercent", "countInBars", "cue", "leader", "swap"],
);

const { title, say, lasts: length, tempo: source, metre, roles, strengthPercent, countInBars } = step.properties ?? {};
const changes = { title, say, lasts: length, tempo: source, metre, roles, strengthPercent, countInBars };

const variant = object(
  {
    name: key,
    title: text(TITLE),
    how: text(WORDS, "said before the first step"),
    steps: list(
      object(
        { step: whole(1, 60, "which of the steps, from 1"), ...(changes as Record<string, Schema>) },
        Object.keys(changes),
      ),
      1,
      60,
      "what is otherwise in single steps",
    ),
    ending: object({ fadeSeconds, say: text(WORDS) }, ["fadeSeconds", "say"]),
  },
  ["steps", "ending"],
);

/** What an exercise document is. `exercise.schema.json` is this, for editors and other programs. */
export const EXERCISE_SCHEMA: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Entrain exercise",
  description: "Steps that a group is paced through, each with a length, a tempo and what everybody plays",
  definitions: { lasts, tempo, role, step, variant },
  ...object(
    {
      $schema: { type: "string", maxLength: 200 },
      format: { const: 1 },
      name: { ...key, description: "to ask for it by" },
      title: text(TITLE),
      purpose: text(WORDS),
      suitability: list(text(WORDS), 1, 12, "whom it suits and what to look out for"),
      variants: list(ref("variant"), 1, 12, "seated, with one arm …"),
      people: object({ least: whole(1, 100), most: whole(1, 100) }),
      groups: whole(2, 4, "subgroups; members are dealt out in turn"),
      steps: list(ref("step"), 1, 60),
      ending: object({ fadeSeconds, say: text(WORDS) }, ["say"]),
    },
    ["$schema", "variants", "people", "groups"],
  ),
};
