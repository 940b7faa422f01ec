import type { Translation } from "../catalogue.ts";
import type { ring as source } from "../en/ring.ts";

export const ring: Translation<typeof source> = {
  "ring.label": "Ring der Bewegungsphasen",
  "ring.words": "Ring der Bewegungsphasen: {who}.",
  "ring.nobody": "noch niemand",
  "ring.beside": "{count} neben dem Ring.",
  "ring.pulse": "Ein offener Kreis zeigt den Puls.",
  "ring.caption":
    "Jede Form ist eine Person; einmal herum ist eine Bewegung. Die Linie wächst, wenn sie zusammenkommen.",
  "ring.pulseCaption": "Der offene Kreis ist der Puls.",
  "ring.stillCaption": "Der Ring dreht sich mit der Gruppe: Es bewegt sich nur, was abweicht.",
};
