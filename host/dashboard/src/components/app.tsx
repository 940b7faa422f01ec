import type { SessionView } from "@entrain/session";
import { useCallback, useState } from "preact/hooks";
import type { VNode } from "preact";
import type { HostLink } from "../api.ts";
import { useHost } from "../host/use-host.ts";
import { useLanguage } from "../host/use-language.ts";
import { useStop } from "../host/use-stop.ts";
import { useStopKeys } from "../host/use-stop-keys.ts";
import type { Language } from "../words/language.ts";
import { stopWords } from "../words/stop-words.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";
import { ConnectionNotice } from "./connection-notice.tsx";
import { Controls } from "./controls.tsx";
import { ExerciseBar } from "./exercise-bar.tsx";
import { GroupPanel } from "./group-panel.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Header } from "./header.tsx";
import { KeepBar } from "./keep-bar.tsx";
import { PairTile } from "./pair-tile.tsx";
import { People } from "./people.tsx";
import { Ring } from "./ring.tsx";
import { StopBar } from "./stop-bar.tsx";

/** Fewer people have larger tiles. */
const sizeOf = ({ reading: { members } }: SessionView): string =>
  members.length <= 6 ? "few" : members.length <= 12 ? "some" : "many";

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

/** The facilitator's page. STOP is there from the first moment, whatever else is not. */
export const App = ({ link, begun }: { readonly link: HostLink; readonly begun: Language }): VNode => {
  const [language, chooseLanguage] = useLanguage(begun);
  const { connection, view, newest } = useHost(link);
  const { ask, stopAll, forget } = useStop(link);
  const [refusal, setRefusal] = useState("");
  useStopKeys(stopAll);
  const start = useCallback(() => {
    setRefusal("");
    forget();
    link.send({ kind: "start" }).catch((error: unknown) => {
      setRefusal(messageOf(error, t("start.refused")));
    });
  }, [link, forget]);

  return (
    <div class={`page ${view === undefined ? "few" : sizeOf(view)} ${connection}`}>
      <Header view={view} connection={connection}>
        <LanguageChoice language={language} onChoose={chooseLanguage} />
      </Header>
      <ConnectionNotice connection={connection} />
      <main>
        <Ring view={view} newest={newest} />
        <div class="words">
          <Words view={view} />
        </div>
      </main>
      {view !== undefined && <ExerciseBar link={link} view={view} onRefused={setRefusal} />}
      {view?.recording !== undefined && <KeepBar link={link} view={view} onRefused={setRefusal} />}
      <StopBar words={stopWords(ask, view)} refusal={refusal}>
        <Controls
          link={link}
          view={view}
          connection={connection}
          onStart={start}
          onStop={stopAll}
          onRefused={setRefusal}
        />
      </StopBar>
    </div>
  );
};
