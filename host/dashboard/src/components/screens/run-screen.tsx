import type { SessionCommand, SessionView } from "@entrain/session";
import { useCallback, useRef, useState } from "preact/hooks";
import type { VNode } from "preact";
import { useExercises } from "../../host/use-exercises.ts";
import { useLooks } from "../../host/use-looks.ts";
import { t } from "../../words/t.ts";
import { messageOf } from "../../words/text.ts";
import { ExerciseBar } from "../exercise-bar.tsx";
import { GroupPanel } from "../group-panel.tsx";
import { KeepBar } from "../keep-bar.tsx";
import { LeadPanel } from "../lead-panel.tsx";
import { LooksMenu } from "../looks-menu.tsx";
import { MirrorPanel } from "../mirror-panel.tsx";
import { PairTile } from "../pair-tile.tsx";
import { People, type PeopleProps } from "../people.tsx";
import { PersonSheet } from "../person/person-sheet.tsx";
import { Pictures } from "../pictures/pictures.tsx";
import { Ring } from "../ring.tsx";
import { Spoken } from "../spoken.tsx";
import { Tempi } from "../tempi.tsx";
import type { ScreenProps } from "./screen-props.ts";

const Everyone = (props: PeopleProps): VNode => {
  const { reading, playing, exercise } = props.view;
  if (reading.members.length === 0) return <p class="quiet">{t("frame.nobody")}</p>;
  if (reading.members.length === 2) return <PairTile {...props} />;
  return (
    <>
      {exercise?.score !== "none" && (
        <GroupPanel group={reading.group} playing={playing} scored={props.scored} label={t("group.label")} />
      )}
      <People {...props} />
    </>
  );
};

/** A text is judged by nobody: where one is spoken, its words take the verdict's place. */
const Panels = ({ view, newest, ask }: Pick<ScreenProps, "newest"> & { view: SessionView; ask: Ask }): VNode => (
  <>
    {view.exercise?.line !== undefined && <Spoken line={view.exercise.line} newest={newest} />}
    {view.lead !== undefined && <LeadPanel lead={view.lead} onLetGo={() => ask({ kind: "exercise", act: "let-go" })} />}
    <MirrorPanel view={view} onSwap={() => ask({ kind: "exercise", act: "swap" })} />
  </>
);

type Ask = (command: SessionCommand) => void;

/** While it runs: the ring, the people or one of them, the exercise, and what is kept. */
export const RunScreen = ({ link, view, newest, connection, onRefused }: ScreenProps): VNode => {
  const [looks, turn] = useLooks();
  const [person, setPerson] = useState<number>();
  const opened = useRef<number>(undefined);
  const cards = useExercises(link, connection);
  const ask = useCallback<Ask>(
    (command) => {
      link.send(command).catch((error: unknown) => {
        onRefused(messageOf(error, t("exercise.refused")));
      });
    },
    [link, onRefused],
  );
  const close = useCallback(() => {
    setPerson(undefined);
    requestAnimationFrame(() => document.getElementById(`person-${String(opened.current)}`)?.focus());
  }, []);
  const open = useCallback((member: number) => {
    opened.current = member;
    setPerson(member);
  }, []);
  return (
    <div class={`run ${looks.large ? "large" : ""}`}>
      {view !== undefined && view.replay === undefined && <ExerciseBar view={view} cards={cards} ask={ask} />}
      <main class={person === undefined ? "" : "with-sheet"}>
        <h1 class="unseen">{view?.title ?? t("ring.label")}</h1>
        <div class="stage">
          <Ring view={view} newest={newest} only={person} />
          {view !== undefined && <Tempi view={view} />}
          <LooksMenu looks={looks} onTurn={turn} />
        </div>
        <div class="words">
          {view === undefined ? (
            <p class="quiet">{t("frame.waiting")}</p>
          ) : person === undefined ? (
            <>
              <Panels view={view} newest={newest} ask={ask} />
              <Everyone view={view} scored={looks.scores} onOpen={open} />
            </>
          ) : (
            <PersonSheet member={person} view={view} scored={looks.scores} ask={ask} onClose={close} />
          )}
        </div>
      </main>
      {looks.pictures && view !== undefined && <Pictures link={link} view={view} newest={newest} />}
      {view?.recording !== undefined && <KeepBar link={link} view={view} onRefused={onRefused} />}
    </div>
  );
};
