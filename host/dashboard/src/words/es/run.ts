import type { Translation } from "../catalogue.ts";
import type { run as source } from "../en/run.ts";

export const run: Translation<typeof source> = {
  "looks.label": "Vista",
  "looks.scores": "Valores",
  "looks.large": "Grande",
  "looks.pictures": "Imágenes",
  "looks.projector": "Para la pared",
  "projector.title": "Moverse juntos",
  "spoken.label": "Palabras del texto",
  "mirror.label": "Espejo",
  "mirror.feels": "{follower} siente a {leader}",
  "mirror.delay": "{millis} ms después",
  "mirror.noDelay": "aún sin movimiento",
  "mirror.wantsFelt": "{name} no ha aceptado ser sentido.",
  "mirror.wantsFeel": "{name} no ha aceptado sentir a otros.",
  "mirror.swap": "Cambiar",
};
