import { CONSENT_USES, type SessionCommand, WRIST_CHOICES } from "@entrain/session";
import { choiceIn, field, memberIn, refuse, textIn } from "./body-fields.ts";

type CommandOf<Kind extends SessionCommand["kind"]> = Extract<SessionCommand, { readonly kind: Kind }>;

const WHEN = ["check-in", "check-out"] as const;

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

/** `{ "member": 0, "source": "own" }`; `exercise` leaves it to what goes on. */
export const wristOf = (body: unknown): CommandOf<"wrist"> => ({
  kind: "wrist",
  member: memberIn(body),
  source: choiceIn(body, "source", WRIST_CHOICES),
});
