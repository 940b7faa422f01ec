import type { Translation } from "../catalogue.ts";
import type { persona as source } from "../en/persona.ts";

export const persona: Translation<typeof source> = {
  "persona.label": "Participa como",
  "persona.follows": "alguien que sigue",
  "persona.keen": "con entusiasmo",
  "persona.shy": "con timidez",
  "persona.own-rhythm": "ritmo propio",
  "persona.busy": "ocupada en otra cosa",
  "persona.still": "en calma",
  "persona.half-time": "a mitad de tempo",
  "persona.double-time": "a doble tempo",
  "persona.comes-and-goes": "va y viene",
};
