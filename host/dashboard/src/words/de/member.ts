import type { Translation } from "../catalogue.ts";
import type { member as source } from "../en/member.ts";

export const member: Translation<typeof source> = {
  "people.label": "Personen",
  "member.resting": "ruht",
  "member.connecting": "verbindet",
  "member.noSignal": "kein Signal",
  "member.finding": "findet den Rhythmus",
  "member.ownRhythm": "eigener Rhythmus",
  "member.moving": "in Bewegung",
  "member.withPulse": "mit dem Puls",
  "member.score": "Wert mit dem Puls",
  "member.lowBattery": "Batterie schwach, {percent}\u00a0%",
};
