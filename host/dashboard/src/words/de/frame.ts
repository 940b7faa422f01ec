import type { Translation } from "../catalogue.ts";
import type { frame as source } from "../en/frame.ts";

export const frame: Translation<typeof source> = {
  "frame.language": "Sprache",
  "frame.waiting": "Warten auf die erste Messung …",
  "frame.nobody": "Noch ist niemand dabei.",
  "frame.simulated": "simuliert",
  "frame.live": "live",
  "frame.connected": "verbunden",
  "frame.connecting": "verbindet",
  "frame.noConnection": "keine Verbindung",
  "frame.goneTitle": "Keine Verbindung zum Hauptprogramm.",
  "frame.gone":
    "Das Bild unten steht still. Die Bänder halten den Takt von selbst und kommen bald zur Ruhe; jedes stoppt auf Druck seiner eigenen Taste. Neuer Versuch …",
  "frame.unreachable": "keine Verbindung zum Hauptprogramm",
  "frame.refused": "das Hauptprogramm hat abgelehnt",
  "frame.recording": "Aufzeichnung läuft",
  "frame.notRecording": "keine Aufzeichnung",
  "frame.replayRunning": "Wiedergabe",
  "frame.replayPaused": "Wiedergabe angehalten",
  "frame.replayEnded": "Wiedergabe zu Ende",
  "frame.replayAt": "{state}, {at} von {length}",
  "frame.replayAtSpeed": "{state}, {at} von {length}, {speed} ×",
  "frame.replayManySpeed": "{state}, {at} von {length}, so schnell es geht",
};
