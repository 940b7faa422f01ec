import type { Translation } from "../catalogue.ts";
import type { lead as source } from "../en/lead.ts";

export const lead: Translation<typeof source> = {
  "lead.label": "Seguir y guiar",
  "lead.attune": "sintonizar",
  "lead.lead": "guiar",
  "lead.hold": "sostener",
  "lead.release": "soltar",
  "lead.group": "el grupo",
  "lead.pulse": "el pulso",
  "lead.target": "camino de",
  "lead.letGo": "Soltar",
  "lead.why.nobody-moves": "Ahora no se mueve nadie: el pulso espera.",
  "lead.why.listening": "Escuchando: {moving} en movimiento.",
  "lead.why.attuned": "El grupo se mueve a {bpm} por minuto: ahí se une el pulso.",
  "lead.why.joined": "El pulso está en {bpm}: espera a que el grupo esté con él.",
  "lead.why.met": "El pulso va a donde está el grupo: {bpm} desde el próximo compás ({withPulse} de {moving} con él).",
  "lead.why.stays-with-pulse":
    "El grupo sigue con el pulso: hacia {bpm} desde el próximo compás ({withPulse} de {moving} con él).",
  "lead.why.goes-on":
    "Algunos siguen su propio ritmo: los demás son guiados suavemente a {bpm} ({withPulse} de {moving} con él).",
  "lead.why.trails": "El grupo aún se acerca: el pulso espera en {bpm} ({withPulse} de {moving} con él).",
  "lead.why.some-apart": "Algunos tienen su propio ritmo: el pulso espera en {bpm} ({withPulse} de {moving} con él).",
  "lead.why.many-apart": "La mayoría se apartó del pulso: vuelve a {bpm} ({withPulse} de {moving} con él).",
  "lead.why.target-reached": "El grupo llegó a {bpm}: el pulso se queda ahí ({withPulse} de {moving} con él).",
  "lead.why.let-go": "El pulso se suaviza y suelta.",
  "lead.why.kept-together": "Sin el pulso, {withPulse} de {moving} siguieron juntos durante {seconds} s.",
  "lead.why.came-apart":
    "Sin el pulso, {withPulse} de {moving} mantuvieron el ritmo durante {seconds} s; los demás hallaron el suyo.",
};
