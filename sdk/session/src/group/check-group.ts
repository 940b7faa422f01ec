import { type Problem, type Schema, schemaProblems, settingsProblems } from "@entrain/pacing";
import { GROUP_CONSENTS, type GroupDocument, MARKS } from "./group-document.ts";

/** As many as a session has places. */
export const MOST_PEOPLE = 30;
const LONGEST_NAME = 60;

/** The same on every system, and never a path. */
export const GROUP_ID = "^[a-z0-9][a-z0-9-]{0,39}$";

const consents = (required: readonly string[]): Schema => ({
  type: "object",
  properties: Object.fromEntries(GROUP_CONSENTS.map((use) => [use, { type: "boolean" }])),
  required,
  additionalProperties: false,
});

const NAME: Schema = { type: "string", minLength: 1, maxLength: LONGEST_NAME };

const SCHEMA: Schema = {
  type: "object",
  properties: {
    format: { enum: ["entrain-group"] },
    id: { type: "string", pattern: GROUP_ID },
    name: NAME,
    scores: { type: "boolean" },
    record: { type: "boolean" },
    consents: consents(GROUP_CONSENTS),
    people: {
      type: "array",
      minItems: 1,
      maxItems: MOST_PEOPLE,
      items: {
        type: "object",
        properties: {
          pseudonym: NAME,
          mark: { type: "integer", minimum: 0, maximum: MARKS - 1 },
          settings: { type: "object" },
          consents: consents([]),
        },
        required: ["pseudonym", "mark"],
        additionalProperties: false,
      },
    },
  },
  required: ["format", "id", "name", "scores", "record", "consents", "people"],
  additionalProperties: false,
};

const nameProblems = ({ name, people }: GroupDocument): readonly Problem[] => {
  const seen = new Set([""]);
  const problems: Problem[] = name.trim() === "" ? [{ path: "/name", expected: "a name", found: "none" }] : [];
  for (const [at, { pseudonym }] of people.entries()) {
    const known = pseudonym.trim().toLowerCase();
    const found = known === "" ? "none" : `"${pseudonym}" twice`;
    if (seen.has(known))
      problems.push({ path: `/people/${String(at)}/pseudonym`, expected: "a name of their own", found });
    seen.add(known);
  }
  return problems;
};

/** Everything that is wrong with what should be a group. */
export const groupProblems = (value: unknown): readonly Problem[] => {
  const problems = schemaProblems(value, SCHEMA);
  if (problems.length > 0) return problems;
  const group = value as GroupDocument;
  return [
    ...nameProblems(group),
    ...group.people.flatMap(({ settings }, at) =>
      settings === undefined
        ? []
        : settingsProblems(settings).map((each) => ({ ...each, path: `/people/${String(at)}/settings${each.path}` })),
    ),
  ];
};
