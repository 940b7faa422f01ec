import type { Translation } from "../catalogue.ts";
import type { stop as source } from "../en/stop.ts";

export const stop: Translation<typeof source> = {
  "stop.button": "PARAR",
  "stop.keys": "espacio o Esc",
  "stop.waiting": "parando …",
  "stop.waitingFor": "parando … faltan: {names}",
  "stop.undelivered":
    "la orden de parar no llegó: sin conexión con el programa principal. Cada pulsera se detiene al pulsar su propio botón.",
  "stop.confirmed": "todas las pulseras lo confirmaron: parado",
  "start.button": "Empezar",
  "start.playing": "En marcha",
};
