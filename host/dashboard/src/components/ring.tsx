import type { SessionView } from "@entrain/session";
import { useEffect, useRef } from "preact/hooks";
import type { VNode } from "preact";
import type { Host } from "../host/use-host.ts";
import { runRing } from "../ring/run-ring.ts";
import { ringWords } from "../words/ring-words.ts";

export interface RingProps {
  readonly view: SessionView | undefined;
  readonly newest: Host["newest"];
}

/** The ring of phases, drawn at display rate beside Preact. */
export const Ring = ({ view, newest }: RingProps): VNode => {
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => (element.current === null ? undefined : runRing(element.current, newest)), [newest]);
  return (
    <figure class="ring">
      <canvas ref={element} role="img" aria-label={view === undefined ? "Ring of movement phases" : ringWords(view)} />
      <figcaption>
        Each shape is a person; once around is one movement. The line grows as they come together.
        {view?.playing === true && " The open circle is the pulse."}
        <span class="only-still"> The ring turns with the group: only what differs moves.</span>
      </figcaption>
    </figure>
  );
};
