import type { Translation } from "../catalogue.ts";
import type { stop as source } from "../en/stop.ts";

export const stop: Translation<typeof source> = {
  "stop.button": "STOPP",
  "stop.keys": "Leertaste oder Esc",
  "stop.waiting": "stoppt …",
  "stop.waitingFor": "stoppt … es fehlen noch: {names}",
  "stop.undelivered":
    "Stopp nicht zugestellt: keine Verbindung zum Hauptprogramm. Jedes Band stoppt auf Druck seiner eigenen Taste.",
  "stop.confirmed": "alle Bänder haben bestätigt: gestoppt",
  "start.button": "Start",
  "start.playing": "Läuft",
};
