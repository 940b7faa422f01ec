import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";

const DIR = resolve(import.meta.dirname, "../exercises");
/** The shipped exercises. */
export const FILES = readdirSync(DIR).filter((file) => file.endsWith(".json"));
export const parse = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(DIR, file), "utf8")) as Record<string, unknown>;

/** A shipped document in which a few places were replaced by anything. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    "",
    "everyone",
    "next",
    "4",
    "2+2+3",
    "fixed",
    "breath",
    "pattern",
    0,
    1,
    2,
    60,
    -1,
    1e9,
    0.5,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const places = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => [
  ...(path.length > 0 ? [path] : []),
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))
    : []),
];
const changedAt = (value: unknown, [key = "", ...rest]: readonly string[], to: unknown): unknown => {
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const old = (copy as Record<string, unknown>)[key];
  if (rest.length > 0 && (typeof old !== "object" || old === null)) return copy;
  if (to === undefined && rest.length === 0 && !Array.isArray(copy)) delete (copy as Record<string, unknown>)[key];
  else (copy as Record<string, unknown>)[key] = rest.length > 0 ? changedAt(old, rest, to) : to;
  return copy;
};
const changes = fc.array(fc.tuple(fc.nat(), fc.oneof(anything, fc.constant(undefined))), { maxLength: 3 });
export const mutated = fc.tuple(fc.constantFrom(...FILES), changes).map(([file, made]) => {
  let value: unknown = parse(file);
  for (const [place, to] of made) {
    const all = places(value);
    value = changedAt(value, all[place % all.length] ?? ["title"], to);
  }
  return value;
});
