import type { Translation } from "../catalogue.ts";
import type { exercise as source } from "../en/exercise.ts";

export const exercise: Translation<typeof source> = {
  "exercise.label": "Ejercicio",
  "exercise.titled": "{title}: {step}",
  "exercise.next": "Después: {what}",
  "exercise.theEnding": "el final",
  "exercise.count-in": "contando la entrada",
  "exercise.cue": "cambiando ahora",
  "exercise.wearers": "hasta que todos sigan en su pulsera",
  "exercise.ending": "cada vez más suave",
  "exercise.paused": "en pausa",
  "exercise.stopped": "parado",
  "exercise.ended": "terminado",
  "exercise.untilYou": "hasta que usted siga",
  "exercise.for": "durante {time}",
  "exercise.goBack": "Atrás",
  "exercise.goNext": "Siguiente",
  "exercise.pause": "Pausa",
  "exercise.goOn": "Seguir",
  "exercise.breath": "Un minuto de respiración",
  "exercise.refused": "no fue aceptado",
  "start.refused": "no se pudo empezar",
};
