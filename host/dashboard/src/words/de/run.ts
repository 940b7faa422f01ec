import type { Translation } from "../catalogue.ts";
import type { run as source } from "../en/run.ts";

export const run: Translation<typeof source> = {
  "looks.label": "Ansicht",
  "looks.scores": "Werte",
  "looks.large": "Groß",
  "looks.pictures": "Bilder",
  "looks.projector": "Für die Wand",
  "projector.title": "Gemeinsam in Bewegung",
  "spoken.label": "Worte des Textes",
  "mirror.label": "Spiegeln",
  "mirror.feels": "{follower} spürt {leader}",
  "mirror.delay": "{millis} ms später",
  "mirror.noDelay": "noch keine Bewegung",
  "mirror.wantsFelt": "{name} hat nicht zugestimmt, gespürt zu werden.",
  "mirror.wantsFeel": "{name} hat nicht zugestimmt, andere zu spüren.",
  "mirror.swap": "Tauschen",
};
