import type { Catalogue } from "../catalogue.ts";
import { editor } from "./editor.ts";
import { exercise } from "./exercise.ts";
import { frame } from "./frame.ts";
import { group } from "./group.ts";
import { keep } from "./keep.ts";
import { lead } from "./lead.ts";
import { member } from "./member.ts";
import { persona } from "./persona.ts";
import { person } from "./person.ts";
import { pictures } from "./pictures.ts";
import { ring } from "./ring.ts";
import { run } from "./run.ts";
import { stop } from "./stop.ts";
import { tempo } from "./tempo.ts";
import { way } from "./way.ts";

/** Every text of the page, in German. */
export const de: Catalogue = {
  ...frame,
  ...stop,
  ...tempo,
  ...group,
  ...member,
  ...person,
  ...persona,
  ...ring,
  ...exercise,
  ...editor,
  ...lead,
  ...run,
  ...pictures,
  ...keep,
  ...way,
};
