import type { Translation } from "../catalogue.ts";
import type { tempo as source } from "../en/tempo.ts";

export const tempo: Translation<typeof source> = {
  "tempo.perMinute": "{count} pro Minute",
  "tempo.unit": "pro Minute",
  "tempo.group": "Tempo, {bpm} Schläge pro Minute",
  "tempo.slower": "um {step} langsamer",
  "tempo.faster": "um {step} schneller",
  "tempo.refused": "das Tempo wurde abgelehnt",
  "tempo.dial": "Tempo-Regler",
  "tempo.tap": "Tippen",
  "tempo.tapHint": "Den Schlag ein paarmal tippen",
  "tempo.planned": "der Puls",
  "tempo.own": "die Gruppe",
  "tempo.label": "Tempo, Schläge pro Minute",
};
