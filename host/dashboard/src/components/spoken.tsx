import { useEffect, useState } from "preact/hooks";
import type { VNode } from "preact";
import type { Host } from "../host/use-host.ts";
import { piecesOf, type SpokenLine } from "../run/spoken.ts";
import { t } from "../words/t.ts";

/** How often it is looked whether another syllable has come. */
const LOOK_MS = 40;

export interface SpokenProps {
  readonly line: SpokenLine;
  readonly newest: Host["newest"];
}

const sessionMicros = (newest: Host["newest"]): number => {
  const arrival = newest.current;
  return arrival === undefined ? 0 : arrival.view.tMicros + (performance.now() - arrival.atMs) * 1000;
};

/** The line that is spoken, inked syllable by syllable with the beat, and the one after it. */
export const Spoken = ({ line, newest }: SpokenProps): VNode => {
  const [spoken, setSpoken] = useState(0);
  useEffect(() => {
    const look = setInterval(() => {
      setSpoken(line.beats.filter(({ tMicros }) => tMicros <= sessionMicros(newest)).length);
    }, LOOK_MS);
    return () => {
      clearInterval(look);
    };
  }, [line, newest]);
  const pieces = piecesOf(line, spoken === 0 ? -1 : sessionMicros(newest));
  return (
    <section class="spoken" aria-label={t("spoken.label")}>
      <p class="spoken-line">
        {pieces.map((piece, k) => (
          <span key={k} class={`${piece.isSpoken ? "said" : "unsaid"} ${piece.isFelt ? "felt" : ""}`}>
            {piece.text}
          </span>
        ))}
      </p>
      {line.next !== undefined && <p class="spoken-next">{line.next}</p>}
    </section>
  );
};
