import type { Schema } from "./schema-type.ts";

/** What of a document is not as it should be, and where (a JSON pointer). */
export interface Problem {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** More than this nobody reads. */
const MOST_PROBLEMS = 20;
const SHOWN = 40;

/** A found value in a few characters, whatever it is. */
export const shown = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "number") return String(value);
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${String(text.length)} characters)` : text;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const FITS: Readonly<Record<NonNullable<Schema["type"]>, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
};
const WORDS: Readonly<Record<NonNullable<Schema["type"]>, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
};

const rangeWords = ({ minimum, maximum, exclusiveMinimum }: Schema): string => {
  if (exclusiveMinimum !== undefined) return ` above ${String(exclusiveMinimum)} and at most ${String(maximum)}`;
  return minimum === undefined ? "" : ` from ${String(minimum)} to ${String(maximum)}`;
};

const isInRange = (value: number, { minimum, maximum, exclusiveMinimum }: Schema): boolean =>
  value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity) && value > (exclusiveMinimum ?? -Infinity);

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** Characters of a text, counted no further than is needed to know that they are too many. */
const codePoints = (text: string, most: number): number => {
  let count = 0;
  for (const _ of text.slice(0, 2 * most + 2)) count++;
  return count;
};

/** JSON pointer, RFC 6901. */
const under = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1").slice(0, SHOWN)}`;

/** Which alternative somebody meant: that whose constants stand there, else that whose first required property does. */
const meant = (value: Readonly<Record<string, unknown>>, branches: readonly Schema[]): Schema | undefined => {
  const constants = ({ properties = {} }: Schema) =>
    Object.entries(properties).filter(([, each]) => each.const !== undefined);
  const isMeant = (branch: Schema): boolean => {
    const told = constants(branch);
    if (told.length > 0) return told.every(([key, each]) => value[key] === each.const);
    return (branch.required ?? []).some((key) => Object.hasOwn(value, key));
  };
  return branches.find((branch) => constants(branch).length > 0 && isMeant(branch)) ?? branches.find(isMeant);
};

const alternatives = (branches: readonly Schema[]): string =>
  branches
    .map(({ properties = {}, required = [] }) => {
      const told = Object.entries(properties).find(([, each]) => each.const !== undefined);
      return told === undefined ? `{"${required[0] ?? ""}": …}` : `{"${told[0]}": "${String(told[1].const)}"…}`;
    })
    .join(", ");

/**
 * What of a value a schema does not allow. Takes time that grows with the schema, not with the value: lists that are too
 * long and properties that are not known are not looked into.
 */
export const schemaProblems = (value: unknown, root: Schema): readonly Problem[] => {
  const problems: Problem[] = [];
  const tell = (path: string, expected: string, found: unknown): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, expected, found: shown(found) });
  };

  const visitObject = (found: Readonly<Record<string, unknown>>, schema: Schema, path: string): void => {
    const { properties = {}, required = [], additionalProperties, maxProperties = Infinity } = schema;
    const keys = Object.keys(found);
    for (const key of required)
      if (!Object.hasOwn(found, key)) tell(under(path, key), wordsOf(properties[key] ?? {}), undefined);
    if (keys.length > maxProperties) {
      tell(path, `at most ${String(maxProperties)} properties`, found);
      return;
    }
    for (const key of keys) {
      if (problems.length >= MOST_PROBLEMS) return;
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (known !== undefined) visit(found[key], known, under(path, key));
      else if (additionalProperties === false)
        tell(under(path, key), `one of ${Object.keys(properties).join(", ")}`, "an unknown property");
      else if (additionalProperties !== undefined) visit(found[key], additionalProperties, under(path, key));
    }
  };

  const visitList = (found: readonly unknown[], schema: Schema, path: string): void => {
    const { minItems = 0, maxItems = Infinity, items = {}, uniqueItems = false } = schema;
    if (found.length < minItems || found.length > maxItems) {
      tell(path, `a list of ${String(minItems)} to ${String(maxItems)}`, found);
      return;
    }
    found.forEach((item, i) => {
      visit(item, items, under(path, i));
      if (uniqueItems && found.indexOf(item) < i) tell(under(path, i), "no two the same", item);
    });
  };

  const wordsOf = (schema: Schema): string => {
    const { $ref, oneOf, type, enum: choices } = schema;
    if ($ref !== undefined) return wordsOf(root.definitions?.[$ref.replace("#/definitions/", "")] ?? {});
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (choices !== undefined) return choices.join(", ").replace(/, ([^,]*)$/, " or $1");
    if (oneOf !== undefined) return `one of ${alternatives(oneOf)}`;
    const range = type === "number" || type === "integer" ? rangeWords(schema) : "";
    if (schema.pattern !== undefined) return `a text like ${schema.pattern}`;
    const length =
      schema.maxLength === undefined
        ? ""
        : ` of ${String(schema.minLength ?? 0)} to ${String(schema.maxLength)} characters`;
    return type === undefined ? "something" : WORDS[type] + range + length;
  };

  const visit = (found: unknown, schema: Schema, path: string): void => {
    const { $ref, type, oneOf } = schema;
    if ($ref !== undefined) {
      visit(found, root.definitions?.[$ref.replace("#/definitions/", "")] ?? {}, path);
      return;
    }
    if (oneOf !== undefined) {
      const branch = isObject(found) ? meant(found, oneOf) : undefined;
      if (branch === undefined) tell(path, wordsOf(schema), found);
      else visit(found, branch, path);
      return;
    }
    const { const: constant, enum: choices, minLength = 0, maxLength = Infinity, pattern } = schema;
    const isWrong =
      (type !== undefined && !FITS[type](found)) ||
      (constant !== undefined && found !== constant) ||
      (choices !== undefined && !choices.includes(found as string)) ||
      (typeof found === "number" && !isInRange(found, schema)) ||
      (typeof found === "string" && !isBetween(codePoints(found, maxLength), minLength, maxLength)) ||
      (typeof found === "string" && pattern !== undefined && !new RegExp(pattern, "u").test(found));
    if (isWrong) tell(path, wordsOf(schema), found);
    else if (type === "object") visitObject(found as Readonly<Record<string, unknown>>, schema, path);
    else if (type === "array") visitList(found as readonly unknown[], schema, path);
  };

  visit(value, root, "");
  return problems;
};
