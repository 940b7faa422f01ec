import type { Translation } from "../catalogue.ts";
import type { ring as source } from "../en/ring.ts";

export const ring: Translation<typeof source> = {
  "ring.label": "Anillo de las fases del movimiento",
  "ring.words": "Anillo de las fases del movimiento: {who}.",
  "ring.nobody": "todavía nadie",
  "ring.beside": "{count} junto al anillo.",
  "ring.pulse": "Un círculo abierto marca el pulso.",
  "ring.caption": "Cada forma es una persona; una vuelta es un movimiento. La línea crece cuando se juntan.",
  "ring.pulseCaption": "El círculo abierto es el pulso.",
  "ring.stillCaption": "El anillo gira con el grupo: solo se mueve lo que difiere.",
};
