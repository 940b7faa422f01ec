import type { Translation } from "../catalogue.ts";
import type { keep as source } from "../en/keep.ts";

export const keep: Translation<typeof source> = {
  "keep.label": "Notas y palabras",
  "keep.marker": "Marca",
  "keep.markerKept": "marca guardada",
  "keep.kept": "guardado",
  "keep.refused": "no se pudo guardar",
  "keep.whose": "De quién son las palabras",
  "keep.words": "Palabras para guardar",
  "keep.hint": "En sus propias palabras; Esc para",
  "keep.keep": "Guardar",
  "keep.myNote": "Mi nota",
  "keep.arriving": "{name}, al llegar",
  "keep.leaving": "{name}, al irse",
};
