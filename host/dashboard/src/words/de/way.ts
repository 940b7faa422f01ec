import type { Translation } from "../catalogue.ts";
import type { way as source } from "../en/way.ts";

export const way: Translation<typeof source> = {
  "screen.home": "Beginnen",
  "screen.group": "Unsere Gruppe",
  "screen.bands": "Bänder",
  "screen.preview": "Erst selbst spüren",
  "screen.reflect": "Rückblick",
};
