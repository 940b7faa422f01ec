import type { Translation } from "../catalogue.ts";
import type { lead as source } from "../en/lead.ts";

export const lead: Translation<typeof source> = {
  "lead.label": "Folgen und führen",
  "lead.attune": "einstimmen",
  "lead.lead": "führen",
  "lead.hold": "halten",
  "lead.release": "loslassen",
  "lead.group": "die Gruppe",
  "lead.pulse": "der Puls",
  "lead.target": "unterwegs zu",
  "lead.letGo": "Loslassen",
  "lead.why.nobody-moves": "Gerade bewegt sich niemand: Der Puls wartet.",
  "lead.why.listening": "Es wird gelauscht: {moving} in Bewegung.",
  "lead.why.attuned": "Die Gruppe bewegt sich mit {bpm} pro Minute: Dort steigt der Puls ein.",
  "lead.why.joined": "Der Puls ist bei {bpm}: Er wartet, bis die Gruppe mit ihm ist.",
  "lead.why.met":
    "Der Puls geht dorthin, wo die Gruppe ist: {bpm} ab dem nächsten Takt ({withPulse} von {moving} mit ihm).",
  "lead.why.stays-with-pulse":
    "Die Gruppe bleibt beim Puls: weiter zu {bpm} ab dem nächsten Takt ({withPulse} von {moving} mit ihm).",
  "lead.why.goes-on":
    "Einige bleiben im eigenen Rhythmus: Die anderen werden sanft weitergeführt zu {bpm} ({withPulse} von {moving} mit ihm).",
  "lead.why.trails": "Die Gruppe kommt noch nach: Der Puls wartet bei {bpm} ({withPulse} von {moving} mit ihm).",
  "lead.why.some-apart":
    "Einige haben ihren eigenen Rhythmus: Der Puls wartet bei {bpm} ({withPulse} von {moving} mit ihm).",
  "lead.why.many-apart":
    "Die meisten haben sich vom Puls entfernt: Er geht zurück zu {bpm} ({withPulse} von {moving} mit ihm).",
  "lead.why.target-reached":
    "Die Gruppe ist bei {bpm} angekommen: Dort bleibt der Puls ({withPulse} von {moving} mit ihm).",
  "lead.why.let-go": "Der Puls wird leiser und lässt los.",
  "lead.why.kept-together": "Ohne den Puls blieben {withPulse} von {moving} für {seconds} s zusammen.",
  "lead.why.came-apart":
    "Ohne den Puls hielten {withPulse} von {moving} den Rhythmus für {seconds} s; die anderen fanden ihren eigenen.",
};
