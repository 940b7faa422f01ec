import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../../words/t.ts";
import { ExerciseBar } from "../exercise-bar.tsx";
import { GroupPanel } from "../group-panel.tsx";
import { KeepBar } from "../keep-bar.tsx";
import { PairTile } from "../pair-tile.tsx";
import { People } from "../people.tsx";
import { Ring } from "../ring.tsx";
import type { ScreenProps } from "./screen-props.ts";

const Words = ({ view }: { readonly view: SessionView | undefined }): VNode => {
  if (view === undefined) return <p class="quiet">{t("frame.waiting")}</p>;
  if (view.reading.members.length === 0) return <p class="quiet">{t("frame.nobody")}</p>;
  if (view.reading.members.length === 2) return <PairTile view={view} />;
  return (
    <>
      <GroupPanel group={view.reading.group} playing={view.playing} label={t("group.label")} />
      <People view={view} />
    </>
  );
};

/** While it runs: the ring, the people, the exercise, and what is kept. */
export const RunScreen = ({ link, view, newest, onRefused }: ScreenProps): VNode => (
  <>
    <main>
      <Ring view={view} newest={newest} />
      <div class="words">
        <Words view={view} />
      </div>
    </main>
    {view !== undefined && <ExerciseBar link={link} view={view} onRefused={onRefused} />}
    {view?.recording !== undefined && <KeepBar link={link} view={view} onRefused={onRefused} />}
  </>
);
