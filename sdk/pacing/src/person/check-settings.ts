import { PacingError } from "../errors.ts";
import { type Problem, schemaProblems } from "../exercise/check/schema-problems.ts";
import type { Schema } from "../exercise/check/schema-type.ts";
import { partOfBeats } from "./felt-beats.ts";
import type { PeopleDocument, PersonSettings } from "./settings.ts";

export const PHASE_LIMIT_BEATS = 0.25;
const MOST_PEOPLE = 1_000;

const settingsSchema: Schema = {
  type: "object",
  properties: {
    strengthPercent: { type: "number", minimum: 0, maximum: 100, description: "the most, of what the board allows" },
    simplify: { enum: ["beats", "first-of-bar"] },
    ratio: { type: "string", pattern: "^[1-4]:[1-4]$", description: '"1:2": the first of every 2 beats' },
    phaseBeats: { type: "number", minimum: -PHASE_LIMIT_BEATS, maximum: PHASE_LIMIT_BEATS, description: "later" },
    pulses: { enum: ["motor", "light", "off"] },
    scored: { type: "boolean", description: "whether their movement counts in scores" },
  },
  required: [],
  additionalProperties: false,
};

/** What a file of people is, as a JSON Schema (draft 7). */
export const PEOPLE_SCHEMA: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Entrain people",
  description: "What each person wants of any exercise, by name or pseudonym",
  definitions: { settings: settingsSchema },
  type: "object",
  properties: {
    format: { enum: ["entrain-people"] },
    people: { type: "object", additionalProperties: { $ref: "#/definitions/settings" }, maxProperties: MOST_PEOPLE },
  },
  required: ["format", "people"],
  additionalProperties: false,
};

const ratioProblems = ({ ratio }: PersonSettings, path: string): readonly Problem[] => {
  if (ratio === undefined) return [];
  const [felt, of] = partOfBeats(ratio);
  if (felt <= of) return [];
  return [{ path: `${path}/ratio`, expected: "no more pulses than beats", found: `"${ratio}"` }];
};

/** Everything that is wrong with what should be one person's settings. */
export const settingsProblems = (value: unknown): readonly Problem[] => {
  const problems = schemaProblems(value, settingsSchema);
  return problems.length > 0 ? problems : ratioProblems(value as PersonSettings, "");
};

/** Everything that is wrong with what should be a file of people. */
export const peopleProblems = (value: unknown): readonly Problem[] => {
  const problems = schemaProblems(value, PEOPLE_SCHEMA);
  if (problems.length > 0) return problems;
  return Object.entries((value as PeopleDocument).people).flatMap(([name, settings]) =>
    ratioProblems(settings, `/people/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
};

const RANKS = {
  simplify: ["pattern", "beats", "first-of-bar"],
  pulses: ["motor", "light", "off"],
} as const;

/**
 * A person's settings with a change that somebody else asks for.
 *
 * @param own - what the person wants: nothing of it is made stronger
 * @throws PacingError `not-softer`, naming the field
 */
export const softenedSettings = (own: PersonSettings, asked: PersonSettings): PersonSettings => {
  const all = { ...own, ...asked };
  const refuse = (field: keyof PersonSettings): never => {
    throw new PacingError(
      "not-softer",
      `expected ${field} no less gentle than the person's own, ${String(own[field])}, found ${String(all[field])}`,
    );
  };
  if ((all.strengthPercent ?? 100) > (own.strengthPercent ?? 100)) refuse("strengthPercent");
  const rank = (field: "simplify" | "pulses", { [field]: value }: PersonSettings): number =>
    Math.max(0, (RANKS[field] as readonly (string | undefined)[]).indexOf(value));
  for (const field of ["simplify", "pulses"] as const) if (rank(field, all) < rank(field, own)) refuse(field);
  const share = ({ ratio = "1:1" }: PersonSettings): number => {
    const [felt, of] = partOfBeats(ratio);
    return felt / of;
  };
  if (share(all) > share(own)) refuse("ratio");
  if (own.scored === false && all.scored !== false) refuse("scored");
  return all;
};
