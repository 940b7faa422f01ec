import type { SessionView } from "@entrain/session";
import { useCallback, useState } from "preact/hooks";
import type { VNode } from "preact";
import type { HostLink } from "../api.ts";
import { useBeatAids } from "../beat/use-beat-aids.ts";
import { useHost } from "../host/use-host.ts";
import { useLanguage } from "../host/use-language.ts";
import { useStop } from "../host/use-stop.ts";
import { useStopKeys } from "../host/use-stop-keys.ts";
import { useWakeLock } from "../host/use-wake-lock.ts";
import { useScreen } from "../way/use-screen.ts";
import type { Language } from "../words/language.ts";
import { stopWords } from "../words/stop-words.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";
import { ConnectionNotice } from "./connection-notice.tsx";
import { Controls } from "./controls.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Header } from "./header.tsx";
import { ScreenOf } from "./screens/screen-of.tsx";
import { StopBar } from "./stop-bar.tsx";
import { StopButton } from "./stop-button.tsx";
import { Guide } from "./way/guide.tsx";
import { RunWays } from "./way/run-ways.tsx";
import { WayNav } from "./way/way-nav.tsx";

/** Fewer people have larger tiles. */
const sizeOf = ({ reading: { members } }: SessionView): string =>
  members.length <= 6 ? "few" : members.length <= 12 ? "some" : "many";

/** The facilitator's page. STOP is there from the first moment and on every screen, whatever else is not. */
export const App = ({ link, begun }: { readonly link: HostLink; readonly begun: Language }): VNode => {
  const [language, chooseLanguage] = useLanguage(begun);
  const { connection, view, newest } = useHost(link);
  const { ask, stopAll, forget } = useStop(link);
  const { screen = "run", go } = useScreen(view);
  const [refusal, setRefusal] = useState("");
  const aids = useBeatAids(newest, view?.way?.circle === "class");
  const { silence } = aids;
  const stop = useCallback(() => {
    silence();
    stopAll();
  }, [silence, stopAll]);
  useStopKeys(stop);
  useWakeLock(view?.playing === true);
  const endGently = useCallback(() => {
    link.send({ kind: "end" }).then(
      () => go("reflect"),
      (error: unknown) => {
        setRefusal(messageOf(error, t("way.refused")));
      },
    );
  }, [link, go]);
  const start = useCallback(() => {
    setRefusal("");
    forget();
    link.send({ kind: "start" }).catch((error: unknown) => {
      setRefusal(messageOf(error, t("start.refused")));
    });
  }, [link, forget]);

  return (
    <div class={`page ${view === undefined ? "few" : sizeOf(view)} ${connection} on-${screen}`}>
      <Header view={view} connection={connection}>
        <LanguageChoice language={language} onChoose={chooseLanguage} />
      </Header>
      <ConnectionNotice connection={connection} />
      {view !== undefined && (
        <WayNav view={view} screen={screen}>
          {screen === "run" && (
            <RunWays
              aids={aids}
              playing={view.playing}
              isEnding={view.exercise?.state === "ending"}
              onEnd={endGently}
            />
          )}
        </WayNav>
      )}
      {view?.way?.circle === "try" && <Guide view={view} />}
      <ScreenOf {...{ screen, link, view, newest, connection, go }} onRefused={setRefusal} />
      <StopBar words={stopWords(ask, view)} refusal={refusal}>
        {screen === "run" ? (
          <Controls
            link={link}
            view={view}
            connection={connection}
            onStart={start}
            onStop={stop}
            onRefused={setRefusal}
          />
        ) : (
          <div class="controls">
            <StopButton onStop={stop} />
          </div>
        )}
      </StopBar>
      <div class="lamp" ref={aids.lamp} aria-hidden="true" />
    </div>
  );
};
