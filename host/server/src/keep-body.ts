import { CONSENT_USES, type SessionCommand } from "@entrain/session";
import { quote } from "./quote.ts";
import { RequestError } from "./request-error.ts";

type CommandOf<Kind extends SessionCommand["kind"]> = Extract<SessionCommand, { readonly kind: Kind }>;

/** As long as the session keeps. */
const LONGEST_TEXT = 2_000;
const WHEN = ["check-in", "check-out"] as const;

/** A property of whatever came. */
export const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : undefined;

export const refuse = (expected: string, found: unknown): RequestError =>
  new RequestError(400, "bad-value", `expected ${expected}, found ${quote(found)}`);

const textIn = (body: unknown, name: string): string => {
  const value = field(body, name);
  if (typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_TEXT) return value;
  throw refuse(`${name} as a text of 1 to ${String(LONGEST_TEXT)} characters`, value);
};

/** @throws RequestError 400 */
export const memberIn = (body: unknown): number => {
  const value = field(body, "member");
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw refuse("member as a whole number from 0", value);
};

const choiceIn = <T extends string>(body: unknown, name: string, choices: readonly T[]): T => {
  const value = field(body, name);
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw refuse(`${name} as ${choices.join(" or ")}`, value);
  return choice;
};

/** `{ "text": "…" }`. @throws RequestError 400, as all of these */
export const noteOf = (body: unknown): CommandOf<"note"> => ({ kind: "note", text: textIn(body, "text") });

/** `{}` or `{ "label": "…" }`. */
export const markerOf = (body: unknown): CommandOf<"marker"> =>
  field(body, "label") === undefined ? { kind: "marker" } : { kind: "marker", label: textIn(body, "label") };

/** `{ "member": 0, "at": "check-in", "text": "…" }`. */
export const wordOf = (body: unknown): CommandOf<"word"> => ({
  kind: "word",
  member: memberIn(body),
  at: choiceIn(body, "at", WHEN),
  text: textIn(body, "text"),
});

/** `{ "member": 0, "use": "raw-export", "given": true }`. */
export const consentOf = (body: unknown): CommandOf<"consent"> => {
  const given = field(body, "given");
  if (typeof given !== "boolean") throw refuse("given as true or false", given);
  return { kind: "consent", member: memberIn(body), use: choiceIn(body, "use", CONSENT_USES), given };
};

/** `{ "exercise": "…" }`, with or without `"theme"`. */
export const activityOf = (body: unknown): CommandOf<"activity"> => ({
  kind: "activity",
  exercise: textIn(body, "exercise"),
  ...(field(body, "theme") !== undefined && { theme: textIn(body, "theme") }),
});
