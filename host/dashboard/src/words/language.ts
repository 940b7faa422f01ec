import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/index.ts";

export const LANGUAGES = ["en", "de", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, for whoever reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch", es: "Español" };

const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import("./de/index.ts")).de,
  es: async () => (await import("./es/index.ts")).es,
};

/** Rejects where the language cannot be had. */
export const catalogueOf = (language: Language): Promise<Catalogue> => CATALOGUES[language]();

/**
 * The language to begin with: what was chosen here before, or the first of the browser's that the page speaks.
 *
 * @param wanted - BCP 47 tags, the dearest first
 */
export const languageOf = (chosen: string | null, wanted: readonly string[]): Language => {
  const tags = [...(chosen === null ? [] : [chosen]), ...wanted].map((tag) => tag.toLowerCase().split("-")[0]);
  return LANGUAGES.find((language) => language === tags.find((tag) => LANGUAGES.some((each) => each === tag))) ?? "en";
};
