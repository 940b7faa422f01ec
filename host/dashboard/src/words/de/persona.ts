import type { Translation } from "../catalogue.ts";
import type { persona as source } from "../en/persona.ts";

export const persona: Translation<typeof source> = {
  "persona.label": "Macht mit als",
  "persona.follows": "jemand, der mitgeht",
  "persona.keen": "eifrig",
  "persona.shy": "schüchtern",
  "persona.own-rhythm": "eigener Rhythmus",
  "persona.busy": "mit anderem beschäftigt",
  "persona.still": "still",
  "persona.half-time": "halbes Tempo",
  "persona.double-time": "doppeltes Tempo",
  "persona.comes-and-goes": "kommt und geht",
};
