import type { BandView } from "@entrain/session";
import type { VNode } from "preact";
import type { MemberReading } from "../api.ts";
import { batteryWords, isOnRing, stateWords, tempoWords } from "../words/member-words.ts";
import { ownScoreOf } from "../words/score-words.ts";
import { t } from "../words/t.ts";
import { ofHundred } from "../words/text.ts";
import { MarkGlyph } from "./mark-glyph.tsx";
import { OwnScore } from "./own-score.tsx";

export interface PersonProps {
  readonly member: number;
  readonly reading: MemberReading;
  readonly band: BandView | undefined;
  /** Where two people share one reading, neither has a score of their own. */
  readonly scored: boolean;
  readonly onOpen: (member: number) => void;
}

/** A person: the name, what they are doing, and a score of their own where there is one. Pressed, it opens their sheet. */
export const PersonTile = ({ member, reading, band, scored, onOpen }: PersonProps): VNode => {
  const onRing = isOnRing(reading, band);
  const tempo = tempoWords(reading, band);
  const battery = batteryWords(band);
  const score = scored ? ownScoreOf(reading, band) : undefined;
  return (
    <li>
      <button
        type="button"
        id={`person-${String(member)}`}
        class={onRing ? "person moving" : "person"}
        onClick={() => onOpen(member)}
      >
        <MarkGlyph member={member} filled={onRing} />
        <span class="person-name">{reading.name}</span>
        {score !== undefined && (
          <span class="own-score">
            <span class="unseen"> {t("member.score")} </span>
            {ofHundred(score.value)}
          </span>
        )}
        <OwnScore reading={reading} band={band} isShown={scored} />
        <span class="state-row">
          <span class="state">
            <span class="unseen">: </span>
            {stateWords(reading, band)}
          </span>
          {battery === undefined ? (
            tempo !== undefined && <span class="tempo-words">{tempo}</span>
          ) : (
            <span class="battery">{battery}</span>
          )}
        </span>
      </button>
    </li>
  );
};
