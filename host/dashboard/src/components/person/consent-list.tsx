import type { BandView, SessionCommand } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../../words/t.ts";
import { Switch } from "../switch.tsx";

type Consent = Extract<SessionCommand, { readonly kind: "consent" }>;

export interface ConsentListProps {
  readonly member: number;
  readonly consents: BandView["consents"];
  readonly ask: (command: Consent) => void;
}

const USES = [
  "feel-others",
  "felt-by-others",
  "scoring",
  "report",
  "live-out",
  "raw-recording",
  "raw-export",
  "research",
] as const;

/** What this person has said yes to. Nothing is taken for a yes that was not said; each can be changed at any moment. */
export const ConsentList = ({ member, consents = {}, ask }: ConsentListProps): VNode => (
  <fieldset class="consents">
    <legend>{t("person.consents")}</legend>
    {USES.map((use) => {
      const given = consents[use];
      return (
        <Switch
          key={use}
          label={t(`consent.${use}`)}
          isOn={given === true}
          note={given === undefined ? t("person.notAsked") : undefined}
          onTurn={() => ask({ kind: "consent", member, use, given: given !== true })}
        />
      );
    })}
  </fieldset>
);
