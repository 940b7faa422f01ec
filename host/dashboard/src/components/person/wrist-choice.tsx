import type { SessionCommand, SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../../words/t.ts";

type Wrist = Extract<SessionCommand, { readonly kind: "wrist" }>;

export interface WristChoiceProps {
  readonly member: number;
  readonly mirror: NonNullable<SessionView["mirror"]>;
  readonly ask: (command: Wrist) => void;
}

const WRISTS = ["exercise", "beat", "own", "partner", "group", "none"] as const;
const OF_OTHERS: readonly string[] = ["partner", "group"];

/** What reaches this person's wrist. What wants a consent that they have not given cannot be chosen, and says so. */
export const WristChoice = ({ member, mirror, ask }: WristChoiceProps): VNode => {
  const chosen = mirror.chosen[member];
  const choices: readonly string[] = mirror.choices[member] ?? [];
  return (
    <fieldset class="wrists">
      <legend>{t("person.wrist")}</legend>
      {WRISTS.map((source) => (
        <label key={source}>
          <input
            type="radio"
            name={`wrist-${String(member)}`}
            checked={source === chosen}
            disabled={!choices.includes(source)}
            onChange={() => ask({ kind: "wrist", member, source })}
          />
          <span>
            {t(`wrist.${source}`)}
            {OF_OTHERS.includes(source) && !choices.includes(source) && <small> {t("person.wantsConsent")}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
