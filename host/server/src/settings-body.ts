import type { SessionCommand } from "@entrain/session";
import { field, memberIn, refuse } from "./body-fields.ts";

type SettingsCommand = Extract<SessionCommand, { readonly kind: "settings" }>;

/** `{ "member": 0, "settings": { "strengthPercent": 40 } }`; the session checks each field. @throws RequestError 400 */
export const settingsOf = (body: unknown): SettingsCommand => {
  const settings = field(body, "settings");
  if (typeof settings !== "object" || settings === null || Array.isArray(settings))
    throw refuse("settings as an object", settings);
  return { kind: "settings", member: memberIn(body), settings };
};
