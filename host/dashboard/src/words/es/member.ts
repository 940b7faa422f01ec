import type { Translation } from "../catalogue.ts";
import type { member as source } from "../en/member.ts";

export const member: Translation<typeof source> = {
  "people.label": "Personas",
  "member.resting": "en reposo",
  "member.connecting": "conectando",
  "member.noSignal": "sin señal",
  "member.finding": "buscando el ritmo",
  "member.ownRhythm": "ritmo propio",
  "member.moving": "en movimiento",
  "member.withPulse": "con el pulso",
  "member.score": "valor con el pulso",
  "member.lowBattery": "batería baja, {percent}\u00a0%",
};
