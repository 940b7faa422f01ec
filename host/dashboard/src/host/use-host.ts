import type { SessionView } from "@entrain/session";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection, HostLink } from "../api.ts";
import { isDue } from "./shown-view.ts";

/** The newest view, and when it came, on the clock of `performance.now()`. */
export interface Arrival {
  readonly view: SessionView;
  readonly atMs: number;
}

export interface Host {
  readonly connection: Connection;
  /** What the words show; at most four a second. */
  readonly view: SessionView | undefined;
  /** What the ring draws from, without rendering the page anew. */
  readonly newest: { readonly current: Arrival | undefined };
}

/** Follows a session. */
export const useHost = (link: HostLink): Host => {
  const [connection, setConnection] = useState<Connection>("waiting");
  const [view, setView] = useState<SessionView>();
  const newest = useRef<Arrival | undefined>(undefined);
  useEffect(() => {
    let shown: SessionView | undefined;
    return link.watch({
      onConnection: setConnection,
      onView: (next) => {
        newest.current = { view: next, atMs: performance.now() };
        if (!isDue(shown, next)) return;
        shown = next;
        setView(next);
      },
    });
  }, [link]);
  return { connection, view, newest };
};
