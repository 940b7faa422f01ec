import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAsk } from "../../way/ask.ts";
import { t } from "../../words/t.ts";
import { FoundBands } from "../way/found-bands.tsx";
import { PlaceList } from "../way/place-list.tsx";
import type { ScreenProps } from "./screen-props.ts";

const LOOK_EVERY_MS = 4_000;

/** Half of a pair that is to be: a band, or whoever is to wear it. */
type Picked = { readonly band: string } | { readonly member: number } | undefined;

/** Finds bands, and gives each to whoever wears it: a press on the one, a press on the other. */
export const BandsScreen = ({ link, view, connection, go, onRefused }: ScreenProps): VNode => {
  const ask = useAsk(link, onRefused);
  const [picked, setPicked] = useState<Picked>();
  const way = view?.way;
  const isClass = way?.circle === "class";
  useEffect(() => {
    if (connection !== "live") return undefined;
    const timer = setInterval(() => {
      link.send({ kind: "look" }).catch(() => undefined);
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [link, connection]);
  const pair = (band: string, member: number): void => {
    setPicked(undefined);
    void ask({ kind: "assign", band, member });
  };
  const pickBand = (band: string): void => {
    if (picked !== undefined && "member" in picked) pair(band, picked.member);
    else setPicked(picked?.band === band ? undefined : { band });
  };
  const pickMember = (member: number): void => {
    if (picked !== undefined && "band" in picked) pair(picked.band, member);
    else setPicked(picked?.member === member ? undefined : { member });
  };
  const startBeat = async (): Promise<void> => {
    if (await ask({ kind: "start" })) go("run");
  };
  const seated = way?.places.filter(({ bandId }) => bandId !== undefined).length ?? 0;
  return (
    <main class="screen bands">
      <h1>{t("screen.bands")}</h1>
      <p class="quiet">{t(isClass ? "bands.classHow" : "bands.how")}</p>
      {isClass && <p class="count">{seated === 0 ? t("bands.noneClass") : t("bands.count", { count: seated })}</p>}
      <div class="two">
        {view !== undefined && (
          <PlaceList
            view={view}
            picked={picked !== undefined && "member" in picked ? picked.member : undefined}
            onPick={pickMember}
            onPutAside={(band) => void ask({ kind: "assign", band })}
          />
        )}
        <FoundBands
          found={way?.found ?? []}
          nameOf={(member) => view?.bands[member]?.name ?? ""}
          picked={picked !== undefined && "band" in picked ? picked.band : undefined}
          onPick={pickBand}
          onIdentify={(band) => void ask({ kind: "identify", band })}
        />
      </div>
      <div class="onward">
        <button type="button" class="plain" onClick={() => void ask({ kind: "look" })}>
          {t("bands.look")}
        </button>
        {isClass ? (
          <button type="button" class="go" onClick={() => void startBeat()}>
            {t("bands.startBeat")}
          </button>
        ) : (
          <>
            <button type="button" class="plain" onClick={() => go("run")}>
              {t("bands.toRun")}
            </button>
            <button type="button" class="go" onClick={() => go("preview")}>
              {t("bands.toPreview")}
            </button>
          </>
        )}
      </div>
    </main>
  );
};
