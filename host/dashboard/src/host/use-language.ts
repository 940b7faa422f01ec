import { useCallback, useState } from "preact/hooks";
import { catalogueOf, type Language, languageOf } from "../words/language.ts";
import { speak } from "../words/t.ts";

const KEPT_AS = "entrain-language";

/** Storage may be forbidden; then a choice lasts as long as the page. */
const kept = (): string | null => {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
};

const keep = (language: Language): void => {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    return;
  }
};

const take = async (language: Language): Promise<Language> => {
  speak(language, await catalogueOf(language));
  document.documentElement.lang = language;
  return language;
};

/** Before anything is drawn: the language of this browser. English where its texts cannot be had. */
export const beginLanguage = (): Promise<Language> =>
  take(languageOf(kept(), navigator.languages)).catch(() => take("en"));

/** The page's language and the way to change it; a component that calls this is drawn anew, with all below. */
export const useLanguage = (begun: Language): readonly [Language, (language: Language) => void] => {
  const [language, setLanguage] = useState(begun);
  const choose = useCallback((chosen: Language) => {
    take(chosen).then(
      () => {
        keep(chosen);
        setLanguage(chosen);
      },
      // The host is away: the page stays in the language that it has.
      () => undefined,
    );
  }, []);
  return [language, choose];
};
