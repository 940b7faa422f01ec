import type { Translation } from "../catalogue.ts";
import type { exercise as source } from "../en/exercise.ts";

export const exercise: Translation<typeof source> = {
  "exercise.label": "Übung",
  "exercise.titled": "{title}: {step}",
  "exercise.next": "Danach: {what}",
  "exercise.theEnding": "der Ausklang",
  "exercise.count-in": "wird eingezählt",
  "exercise.cue": "wechselt jetzt",
  "exercise.wearers": "bis alle an ihrem Band weitergehen",
  "exercise.ending": "wird leiser",
  "exercise.paused": "Pause",
  "exercise.stopped": "gestoppt",
  "exercise.ended": "zu Ende",
  "exercise.untilYou": "bis es von Hand weitergeht",
  "exercise.for": "noch {time}",
  "exercise.goBack": "Zurück",
  "exercise.goNext": "Weiter",
  "exercise.pause": "Pause",
  "exercise.goOn": "Fortsetzen",
  "exercise.breath": "Eine Minute Atmen",
  "exercise.refused": "das wurde abgelehnt",
  "start.refused": "der Start wurde abgelehnt",
};
