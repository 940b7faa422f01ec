import type { VNode } from "preact";
import { listOf, t } from "../words/t.ts";
import { GroupPanel } from "./group-panel.tsx";
import { People, type PeopleProps } from "./people.tsx";

/** Two people have one reading between them: a score each would be the same number, read as a judgement of one. */
export const PairTile = ({ view, scored, onOpen }: PeopleProps): VNode => {
  const names = listOf(view.reading.members.map(({ name }) => name));
  return (
    <section class="pair" aria-label={names}>
      <h2>{names}</h2>
      <GroupPanel group={view.reading.group} playing={view.playing} scored={scored} label={t("group.shared")} />
      <People view={view} scored={false} onOpen={onOpen} />
    </section>
  );
};
