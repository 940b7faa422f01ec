import { request } from "node:http";
import type { IncomingMessage } from "node:http";

export interface EventStream {
  readonly response: IncomingMessage;
  /** Session times of the views that arrived whole. */
  readonly tMicros: readonly number[];
  /** Resolves once a view of this time or later has arrived. */
  until(tMicros: number): Promise<void>;
  close(): void;
}

/** Reads `/api/events` as a browser would. */
export const openEvents = (port: number): Promise<EventStream> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path: "/api/events", agent: false }, (response) => {
      const tMicros: number[] = [];
      const waiting: { readonly tMicros: number; readonly done: () => void }[] = [];
      let rest = "";
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      response.on("data", (chunk: string) => {
        const events = (rest + chunk).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          if (!event.startsWith("data: ")) continue;
          const view = JSON.parse(event.slice(6)) as { readonly tMicros: number };
          tMicros.push(view.tMicros);
          for (const wait of waiting) if (view.tMicros >= wait.tMicros) wait.done();
        }
      });
      resolve({
        response,
        tMicros,
        until: (t) =>
          new Promise((done) => {
            if (tMicros.some((seen) => seen >= t)) done();
            else waiting.push({ tMicros: t, done });
          }),
        close: () => sent.destroy(),
      });
    });
    sent.on("error", reject);
    sent.end();
  });
