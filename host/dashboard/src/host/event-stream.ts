import type { SessionView } from "@entrain/session";
import type { HostWatcher } from "../api.ts";

/** Views come every 40 ms. A host that is suspended keeps its connections open: silence tells more than an error. */
const SILENT_AFTER_MS = 2000;
const FORGOTTEN_AFTER_MS = 6_000;
const CHECK_EVERY_MS = 500;

/** Reads views from an event stream and opens it again for as long as it takes. Returns the way to end it. */
export const watchEvents = (url: string, { onView, onConnection }: HostWatcher): (() => void) => {
  let heardMs = performance.now();
  let source: EventSource | undefined;

  const open = (): void => {
    source?.close();
    source = new EventSource(url);
    source.onmessage = (event: MessageEvent<string>) => {
      heardMs = performance.now();
      onConnection("live");
      onView(JSON.parse(event.data) as SessionView);
    };
    source.onerror = () => {
      onConnection("gone");
    };
  };
  const check = setInterval(() => {
    if (performance.now() - heardMs < SILENT_AFTER_MS) return;
    onConnection("gone");
    // A browser gives up by itself after an answer other than 200; after a sleep it may wait for ever on a connection that
    // the other side has long forgotten.
    const isForgotten = source?.readyState === EventSource.OPEN && performance.now() - heardMs > FORGOTTEN_AFTER_MS;
    if (source?.readyState !== EventSource.CLOSED && !isForgotten) return;
    heardMs = performance.now() - SILENT_AFTER_MS;
    open();
  }, CHECK_EVERY_MS);

  open();
  return () => {
    clearInterval(check);
    source?.close();
  };
};
