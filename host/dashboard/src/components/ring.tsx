import type { SessionView } from "@entrain/session";
import { useEffect, useRef } from "preact/hooks";
import type { VNode } from "preact";
import type { Host } from "../host/use-host.ts";
import { runRing } from "../ring/run-ring.ts";
import { ringWords } from "../words/ring-words.ts";
import { t } from "../words/t.ts";

export interface RingProps {
  readonly view: SessionView | undefined;
  readonly newest: Host["newest"];
  /** The one member who is shown; all where absent. */
  readonly only?: number | undefined;
  /** Where everybody in the room sees it. */
  readonly isNameless?: boolean;
}

/** The ring of phases, drawn at display rate beside Preact. */
export const Ring = ({ view, newest, only, isNameless = false }: RingProps): VNode => {
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => (element.current === null ? undefined : runRing(element.current, newest, only)), [newest, only]);
  return (
    <figure class="ring">
      <canvas
        ref={element}
        role="img"
        aria-label={view === undefined || isNameless ? t("ring.label") : ringWords(view)}
      />
      <figcaption>
        {t("ring.caption")} {view?.playing === true && t("ring.pulseCaption")}{" "}
        <span class="only-still">{t("ring.stillCaption")}</span>
      </figcaption>
    </figure>
  );
};
