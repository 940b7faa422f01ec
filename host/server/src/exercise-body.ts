import type { ExerciseCommand } from "@entrain/session";
import { choiceIn, field, memberIn, refuse, textIn } from "./body-fields.ts";

const ACTS = ["start", "interrupt", "next", "back", "pause", "resume", "swap", "let-go", "tap", "leader"] as const;
const LONGEST_LIST = 50;

const namesIn = (body: unknown): readonly string[] => {
  const value = field(body, "then");
  if (value === undefined) return [];
  if (Array.isArray(value) && value.length <= LONGEST_LIST && value.every((each) => typeof each === "string"))
    return value;
  throw refuse(`then as a list of at most ${String(LONGEST_LIST)} names`, value);
};

const variantIn = (body: unknown): { readonly variant?: string } =>
  field(body, "variant") === undefined ? {} : { variant: textIn(body, "variant") };

const stepIn = (body: unknown): { readonly step?: number } => {
  const value = field(body, "step");
  if (value === undefined) return {};
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return { step: value };
  throw refuse("step as a whole number from 0", value);
};

/**
 * `{ "act": "next" }`, `{ "act": "start", "name": "sway", "variant": "seated", "then": ["rest"] }`, `{ "act": "leader", "member": 0 }`.
 *
 * @throws RequestError 400
 */
export const exerciseOf = (body: unknown): ExerciseCommand => {
  const act = choiceIn(body, "act", ACTS);
  switch (act) {
    case "start":
      return {
        kind: "exercise",
        act,
        name: textIn(body, "name"),
        ...variantIn(body),
        then: namesIn(body),
        ...stepIn(body),
      };
    case "interrupt":
      return { kind: "exercise", act, name: textIn(body, "name"), ...variantIn(body) };
    case "leader":
      return { kind: "exercise", act, member: memberIn(body) };
    default:
      return { kind: "exercise", act };
  }
};
