import type { SessionPort } from "@entrain/session";
import type { ServerResponse } from "node:http";
import { RequestError } from "./request-error.ts";
import { Viewer } from "./viewer.ts";

const MAX_VIEWERS = 32;
const HEARTBEAT_MS = 15_000;

/** All event streams of a session. Each view is turned into JSON once, whoever watches. */
export class Audience {
  readonly #session: SessionPort;
  readonly #viewers = new Set<Viewer>();
  #unsubscribe: (() => void) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(session: SessionPort) {
    this.#session = session;
  }

  get size(): number {
    return this.#viewers.size;
  }

  /** @throws RequestError 503 where there are too many already */
  requireRoom(): void {
    if (this.#viewers.size < MAX_VIEWERS) return;
    const most = String(MAX_VIEWERS);
    throw new RequestError(503, "too-many-viewers", `expected at most ${most} event streams, found one more`);
  }

  /** Sends the present view at once, then each one published, until the other side closes. */
  add(out: ServerResponse): void {
    const viewer = new Viewer(out);
    this.#viewers.add(viewer);
    out.on("close", () => {
      this.#remove(viewer);
    });
    out.on("error", () => {
      this.#remove(viewer);
    });
    viewer.send(JSON.stringify(this.#session.view()));
    this.#open();
  }

  close(): void {
    for (const viewer of [...this.#viewers]) {
      this.#remove(viewer);
      viewer.end();
    }
  }

  #open(): void {
    this.#unsubscribe ??= this.#session.subscribe((view) => {
      const json = JSON.stringify(view);
      for (const viewer of this.#viewers) viewer.send(json);
    });
    this.#heartbeat ??= setInterval(() => {
      for (const viewer of this.#viewers) viewer.heartbeat();
    }, HEARTBEAT_MS);
  }

  #remove(viewer: Viewer): void {
    this.#viewers.delete(viewer);
    if (this.#viewers.size > 0) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }
}
