import type { Translation } from "../catalogue.ts";
import type { keep as source } from "../en/keep.ts";

export const keep: Translation<typeof source> = {
  "keep.label": "Notizen und Worte",
  "keep.marker": "Marke",
  "keep.markerKept": "Marke gesetzt",
  "keep.kept": "festgehalten",
  "keep.refused": "das ließ sich nicht festhalten",
  "keep.whose": "Wessen Worte",
  "keep.words": "Worte zum Festhalten",
  "keep.hint": "In eigenen Worten; Esc stoppt",
  "keep.keep": "Festhalten",
  "keep.myNote": "Eigene Notiz",
  "keep.arriving": "{name}, beim Ankommen",
  "keep.leaving": "{name}, beim Gehen",
};
