import type { SessionCommand, SessionView } from "@entrain/session";
import { useEffect, useRef } from "preact/hooks";
import type { VNode } from "preact";
import { batteryWords, isOnRing, stateWords, tempoWords } from "../../words/member-words.ts";
import { t } from "../../words/t.ts";
import { MarkGlyph } from "../mark-glyph.tsx";
import { OwnScore } from "../own-score.tsx";
import { ConsentList } from "./consent-list.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { Softer } from "./softer.tsx";
import { WristChoice } from "./wrist-choice.tsx";

export interface PersonSheetProps {
  readonly member: number;
  readonly view: SessionView;
  readonly scored: boolean;
  readonly ask: (command: SessionCommand) => void;
  readonly onClose: () => void;
}

/** One person: how they are, what is on their wrist, what they agreed to, and what makes it gentler for them. */
export const PersonSheet = ({ member, view, scored, ask, onClose }: PersonSheetProps): VNode | null => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [member]);
  const reading = view.reading.members[member];
  if (reading === undefined) return null;
  const band = view.bands.find((each) => each.member === member);
  const onRing = isOnRing(reading, band);
  const facts = [stateWords(reading, band), tempoWords(reading, band), batteryWords(band)];
  return (
    <section class="sheet" aria-label={reading.name}>
      <div class="sheet-head">
        <MarkGlyph member={member} filled={onRing} />
        <h2 ref={heading} tabIndex={-1}>
          {reading.name}
        </h2>
        <button type="button" onClick={onClose}>
          {t("person.everyone")}
        </button>
      </div>
      <p class="sheet-state">{facts.filter((words) => words !== undefined).join(" · ")}</p>
      <OwnScore reading={reading} band={band} isShown={scored} />
      {view.replay === undefined && (
        <>
          <PersonaChoice member={member} way={view.way} ask={ask} />
          <div class="sheet-columns">
            {view.mirror !== undefined && <WristChoice member={member} mirror={view.mirror} ask={ask} />}
            <Softer member={member} settings={band?.settings} ask={ask} />
          </div>
          <ConsentList member={member} consents={band?.consents} ask={ask} />
        </>
      )}
    </section>
  );
};
