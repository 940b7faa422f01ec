import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../words/t.ts";
import { PersonTile } from "./person-tile.tsx";

export interface PeopleProps {
  readonly view: SessionView;
  readonly scored: boolean;
  readonly onOpen: (member: number) => void;
}

/** Everyone, in the order of the bands: nobody's place depends on how they move. */
export const People = ({ view, scored, onOpen }: PeopleProps): VNode => {
  const bandOf = new Map(view.bands.map((band) => [band.member, band]));
  return (
    <ul class="people" aria-label={t("people.label")}>
      {view.reading.members.map((reading, member) => (
        <PersonTile key={member} {...{ member, reading, scored, onOpen }} band={bandOf.get(member)} />
      ))}
    </ul>
  );
};
