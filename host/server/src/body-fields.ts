import { quote } from "./quote.ts";
import { RequestError } from "./request-error.ts";

/** As long as the session keeps. */
const LONGEST_TEXT = 2_000;

/** Fields of a body that is not yet known to be anything. All of these throw RequestError 400. */
export const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : undefined;

export const refuse = (expected: string, found: unknown): RequestError =>
  new RequestError(400, "bad-value", `expected ${expected}, found ${quote(found)}`);

export const textIn = (body: unknown, name: string): string => {
  const value = field(body, name);
  if (typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_TEXT) return value;
  throw refuse(`${name} as a text of 1 to ${String(LONGEST_TEXT)} characters`, value);
};

export const memberIn = (body: unknown): number => {
  const value = field(body, "member");
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw refuse("member as a whole number from 0", value);
};

export const choiceIn = <T extends string>(body: unknown, name: string, choices: readonly T[]): T => {
  const value = field(body, name);
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw refuse(`${name} as ${choices.join(" or ")}`, value);
  return choice;
};
