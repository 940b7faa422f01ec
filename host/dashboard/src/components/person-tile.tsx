import type { BandView } from "@entrain/session";
import type { VNode } from "preact";
import type { MemberReading } from "../api.ts";
import { batteryWords, isOnRing, stateWords, tempoWords } from "../words/member-words.ts";
import { t } from "../words/t.ts";
import { ofHundred } from "../words/text.ts";
import { MarkGlyph } from "./mark-glyph.tsx";

export interface PersonProps {
  readonly member: number;
  readonly reading: MemberReading;
  readonly band: BandView | undefined;
  /** Where two people share one reading, neither has a score of their own. */
  readonly scored: boolean;
}

/** A person: the name, what they are doing, and a score of their own where there is one. */
export const PersonTile = ({ member, reading, band, scored }: PersonProps): VNode => {
  const onRing = isOnRing(reading, band);
  const tempo = tempoWords(reading, band);
  const battery = batteryWords(band);
  const score = scored && onRing && reading.withPacer === true ? reading.pacerScore : undefined;
  return (
    <li class={onRing ? "person moving" : "person"}>
      <MarkGlyph member={member} filled={onRing} />
      <p class="person-name">{reading.name}</p>
      {score !== undefined && (
        <p class="own-score">
          <span class="unseen">{t("member.score")} </span>
          {ofHundred(score.value)}
        </p>
      )}
      <p class="state">{stateWords(reading, band)}</p>
      {tempo !== undefined && <p class="tempo-words">{tempo}</p>}
      {battery !== undefined && <p class="battery">{battery}</p>}
    </li>
  );
};
