import type { LastSession } from "@entrain/session";
import type { VNode } from "preact";
import { useAsk } from "../../way/ask.ts";
import { t } from "../../words/t.ts";
import { WordOf } from "../way/word-of.tsx";
import type { ScreenProps } from "./screen-props.ts";

const titleOf = (title: string): string => (title === "Steady beat" ? t("reflect.steady") : title);

const Done = ({ last }: { readonly last: LastSession }): VNode => (
  <section class="card">
    <h2>{t("reflect.done")}</h2>
    <p>{t("reflect.minutes", { minutes: last.minutes })}</p>
    {last.done.length === 0 ? (
      <p class="quiet">{t("reflect.nothing")}</p>
    ) : (
      <ol>
        {last.done.map((title, at) => (
          <li key={at}>{titleOf(title)}</li>
        ))}
      </ol>
    )}
    {last.file === undefined ? (
      <p class="quiet">{t("reflect.notKept")}</p>
    ) : (
      <p>
        <a href="look-back" target="_blank" rel="noreferrer">
          {t("reflect.page")}
        </a>{" "}
        {t("reflect.pageText")}
      </p>
    )}
  </section>
);

/** Looking back together: words first, then what was done; no figure of anybody. */
export const ReflectScreen = ({ link, view, go, onRefused }: ScreenProps): VNode => {
  const ask = useAsk(link, onRefused);
  const way = view?.way;
  if (way?.circle === undefined || view === undefined)
    return (
      <main class="screen reflect">
        <h1>{t("screen.reflect")}</h1>
        {way?.last === undefined ? <p class="quiet">{t("reflect.none")}</p> : <Done last={way.last} />}
        <div class="onward">
          <button type="button" class="go" onClick={() => go("home")}>
            {t("reflect.again")}
          </button>
        </div>
      </main>
    );
  const isKept = view.recording !== undefined;
  return (
    <main class="screen reflect">
      <h1>{t("screen.reflect")}</h1>
      {view.playing && <p class="quiet">{t("reflect.still")}</p>}
      <section class="card">
        <h2>{t("reflect.words")}</h2>
        {!isKept && <p class="quiet">{t("reflect.notKept")}</p>}
        {isKept && (
          <ul class="check-out">
            {view.bands.map(({ member, name }) => (
              <WordOf
                key={member}
                name={name}
                mark={way.places[member]?.mark ?? member}
                onKeep={(text) => ask({ kind: "word", member, at: "check-out", text })}
              />
            ))}
          </ul>
        )}
      </section>
      <div class="onward">
        <button type="button" class="plain" onClick={() => go("run")}>
          {t("way.goOn")}
        </button>
        <button type="button" class="go" onClick={() => void ask({ kind: "close" })}>
          {t("reflect.close")}
        </button>
      </div>
    </main>
  );
};
