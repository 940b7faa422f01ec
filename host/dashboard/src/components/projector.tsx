import { useCallback } from "preact/hooks";
import type { VNode } from "preact";
import type { HostLink } from "../api.ts";
import { useExercises } from "../host/use-exercises.ts";
import { useHost } from "../host/use-host.ts";
import { useStop } from "../host/use-stop.ts";
import { useStopKeys } from "../host/use-stop-keys.ts";
import { exerciseWords } from "../words/exercise-words.ts";
import { stopWords } from "../words/stop-words.ts";
import { t } from "../words/t.ts";
import { ConnectionNotice } from "./connection-notice.tsx";
import { ExerciseLine } from "./exercise-line.tsx";
import { Ring } from "./ring.tsx";
import { Spoken } from "./spoken.tsx";
import { StopButton } from "./stop-button.tsx";

/** For everybody in the room, on a wall: the ring, what is done now and what comes next. No names, and nobody's score. */
export const Projector = ({ link }: { readonly link: HostLink }): VNode => {
  const { connection, view, newest } = useHost(link);
  const { ask, stopAll } = useStop(link);
  const cards = useExercises(link, connection);
  useStopKeys(useCallback(stopAll, [stopAll]));
  const words = view === undefined ? undefined : exerciseWords(view);
  const stopped = stopWords(ask, view);
  return (
    <div class={`projector ${connection}`}>
      <ConnectionNotice connection={connection} />
      <main>
        <Ring view={view} newest={newest} isNameless />
        <div class={view?.exercise?.line === undefined ? "projected" : "projected speaks"}>
          <p class="over">{view?.exercise?.title ?? ""}</p>
          <h1>{view?.exercise?.now.title ?? t("projector.title")}</h1>
          {view?.exercise?.line !== undefined ? (
            <Spoken line={view.exercise.line} newest={newest} />
          ) : (
            <p class="say">{words?.say ?? ""}</p>
          )}
          <p class="next">
            {[words?.ends, words?.next].filter((each) => each !== undefined && each !== "").join(" · ")}
          </p>
        </div>
      </main>
      <footer>
        {view?.exercise !== undefined && <ExerciseLine exercise={view.exercise} tMicros={view.tMicros} cards={cards} />}
        <p class={`stop-words ${stopped.tone}`} role="status">
          {stopped.tone === "waiting" ? t("stop.waiting") : stopped.text}
        </p>
        <StopButton onStop={stopAll} />
      </footer>
    </div>
  );
};
