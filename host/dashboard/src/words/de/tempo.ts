import type { Translation } from "../catalogue.ts";
import type { tempo as source } from "../en/tempo.ts";

export const tempo: Translation<typeof source> = {
  "tempo.perMinute": "{count} pro Minute",
  "tempo.unit": "Schläge pro Minute",
  "tempo.group": "Tempo, {bpm} Schläge pro Minute",
  "tempo.slower": "um {step} langsamer",
  "tempo.faster": "um {step} schneller",
  "tempo.refused": "das Tempo wurde abgelehnt",
};
