import type { Translation } from "../catalogue.ts";
import type { tempo as source } from "../en/tempo.ts";

export const tempo: Translation<typeof source> = {
  "tempo.perMinute": "{count} por minuto",
  "tempo.unit": "por minuto",
  "tempo.group": "Tempo, {bpm} pulsos por minuto",
  "tempo.slower": "más lento en {step}",
  "tempo.faster": "más rápido en {step}",
  "tempo.refused": "el tempo no fue aceptado",
  "tempo.dial": "Rueda del tempo",
  "tempo.tap": "Marcar",
  "tempo.tapHint": "Marque el pulso unas veces",
  "tempo.planned": "el pulso",
  "tempo.own": "el grupo",
  "tempo.label": "Tempo, pulsos por minuto",
};
