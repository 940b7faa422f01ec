import type { Translation } from "../catalogue.ts";
import type { way as source } from "../en/way.ts";

export const way: Translation<typeof source> = {
  "screen.home": "Empezar",
  "screen.group": "Nuestro grupo",
  "screen.bands": "Pulseras",
  "screen.preview": "Sentirlo antes",
  "screen.reflect": "Mirar atrás",
};
