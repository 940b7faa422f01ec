import type { Translation } from "../catalogue.ts";
import type { frame as source } from "../en/frame.ts";

export const frame: Translation<typeof source> = {
  "frame.language": "Idioma",
  "frame.waiting": "Esperando la primera lectura …",
  "frame.nobody": "Todavía no hay nadie.",
  "frame.simulated": "simulado",
  "frame.live": "en directo",
  "frame.connected": "conectado",
  "frame.connecting": "conectando",
  "frame.noConnection": "sin conexión",
  "frame.goneTitle": "Sin conexión con el programa principal.",
  "frame.gone":
    "La imagen de abajo está quieta. Las pulseras llevan el compás por sí mismas y pronto quedan en reposo; cada una se detiene al pulsar su propio botón. Intentándolo de nuevo …",
  "frame.unreachable": "sin conexión con el programa principal",
  "frame.refused": "el programa principal no lo aceptó",
  "frame.recording": "grabando",
  "frame.notRecording": "sin grabar",
  "frame.replayRunning": "reproducción",
  "frame.replayPaused": "reproducción en pausa",
  "frame.replayEnded": "reproducción terminada",
  "frame.replayAt": "{state}, {at} de {length}",
  "frame.replayAtSpeed": "{state}, {at} de {length}, {speed} ×",
  "frame.replayManySpeed": "{state}, {at} de {length}, lo más rápido posible",
};
