import type { SessionCommand, SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { useId } from "preact/hooks";
import { persona as en } from "../../words/en/persona.ts";
import { t } from "../../words/t.ts";

type PersonaKey = Exclude<keyof typeof en, "persona.label">;

const keyOf = (persona: string): PersonaKey | undefined =>
  (Object.keys(en) as (keyof typeof en)[]).find((key): key is PersonaKey => key === `persona.${persona}`);

/** How a virtual person takes part, to be changed while it runs; nothing of anybody else. */
export const PersonaChoice = ({
  member,
  way,
  ask,
}: {
  readonly member: number;
  readonly way: SessionView["way"];
  readonly ask: (command: SessionCommand) => void;
}): VNode | null => {
  const id = useId();
  const band = way?.found.find((each) => each.member === member);
  if (way?.personas === undefined || band?.persona === undefined) return null;
  return (
    <p class="persona">
      <label for={id}>{t("persona.label")}</label>{" "}
      <select
        id={id}
        value={band.persona}
        onChange={({ currentTarget: { value } }) => ask({ kind: "persona", band: band.id, persona: value })}
      >
        {way.personas.map((persona) => {
          const key = keyOf(persona);
          return (
            <option key={persona} value={persona}>
              {key === undefined ? persona : t(key)}
            </option>
          );
        })}
      </select>
    </p>
  );
};
