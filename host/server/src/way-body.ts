import { type GroupDocument, groupProblems, type WayCommand, type SessionCommand } from "@entrain/session";
import { choiceIn, field, memberIn, refuse, textIn } from "./body-fields.ts";
import { RequestError } from "./request-error.ts";

type CommandOf<Kind extends SessionCommand["kind"]> = Extract<SessionCommand, { readonly kind: Kind }>;

/** A group of thirty, each with wishes and answers of their own. */
export const MAX_GROUP_BYTES = 65_536;

const CIRCLES = ["group", "class", "try"] as const;

/** `{ "circle": "class" }`, `{ "circle": "group", "id": "tuesday" }`. @throws RequestError 400, as all of these */
export const openOf = (body: unknown): CommandOf<"open"> => {
  const circle = choiceIn(body, "circle", CIRCLES);
  return circle === "group" ? { kind: "open", circle, id: textIn(body, "id") } : { kind: "open", circle };
};

/** `{ "band": "/dev/ttyACM0", "member": 0 }`; without `member` it is put aside. */
export const assignOf = (body: unknown): Extract<WayCommand, { readonly kind: "assign" }> => ({
  kind: "assign",
  band: textIn(body, "band"),
  ...(field(body, "member") !== undefined && { member: memberIn(body) }),
});

/** `{ "member": 0, "name": "sway" }`; `{}` ends it. */
export const previewOf = (body: unknown): CommandOf<"preview"> =>
  field(body, "name") === undefined
    ? { kind: "preview" }
    : { kind: "preview", member: memberIn(body), name: textIn(body, "name") };

/** `{ "group": … }`, whole. */
export const saveGroupOf = (body: unknown): CommandOf<"save-group"> => {
  const group = field(body, "group");
  const [problem] = groupProblems(group);
  if (problem === undefined) return { kind: "save-group", group: group as GroupDocument };
  const { path, expected, found } = problem;
  if (path === "") throw refuse("group as an object", group);
  throw new RequestError(400, "bad-value", `group${path}: expected ${expected}, found ${found}`);
};
