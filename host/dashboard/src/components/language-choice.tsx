import type { VNode } from "preact";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../words/language.ts";
import { t } from "../words/t.ts";

export interface LanguageChoiceProps {
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
}

/** The page's language, each by its own name. */
export const LanguageChoice = ({ language, onChoose }: LanguageChoiceProps): VNode => (
  <select
    class="language"
    aria-label={t("frame.language")}
    value={language}
    onChange={(event) => {
      const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
      if (chosen !== undefined) onChoose(chosen);
    }}
  >
    {LANGUAGES.map((each) => (
      <option key={each} value={each} lang={each}>
        {LANGUAGE_NAMES[each]}
      </option>
    ))}
  </select>
);
