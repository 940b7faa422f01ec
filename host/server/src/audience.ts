import type { SessionPort } from "@entrain/session";
import type { ServerResponse } from "node:http";
import { RequestError } from "./request-error.ts";
import { viewForViewers } from "./lan/view-for-viewers.ts";
import { Viewer } from "./viewer.ts";

const MAX_VIEWERS = 32;
/** Two pages and a reload of each, for one device. */
const MAX_OF_DEVICE = 4;
const HEARTBEAT_MS = 15_000;

/** Who watches: what they may see, and the device, where it is another than this machine. */
export interface Watcher {
  readonly looksOn: boolean;
  readonly device?: number;
}

/** All event streams of a session. Each view is turned into JSON once, and once more where anybody only looks on. */
export class Audience {
  readonly #session: SessionPort;
  readonly #viewers = new Map<Viewer, Watcher>();
  #unsubscribe: (() => void) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(session: SessionPort) {
    this.#session = session;
  }

  get size(): number {
    return this.#viewers.size;
  }

  /** @throws RequestError 503 where there are too many already */
  requireRoom(device?: number): void {
    const own = [...this.#viewers.values()].filter((watcher) => device !== undefined && watcher.device === device);
    if (this.#viewers.size < MAX_VIEWERS && own.length < MAX_OF_DEVICE) return;
    const most = String(own.length < MAX_OF_DEVICE ? MAX_VIEWERS : MAX_OF_DEVICE);
    throw new RequestError(503, "too-many-viewers", `expected at most ${most} event streams, found one more`);
  }

  /** Sends the present view at once, then each one published, until the other side closes. */
  add(out: ServerResponse, watcher: Watcher): void {
    const viewer = new Viewer(out);
    this.#viewers.set(viewer, watcher);
    out.on("close", () => {
      this.#remove(viewer);
    });
    out.on("error", () => {
      this.#remove(viewer);
    });
    const view = this.#session.view();
    viewer.send(JSON.stringify(watcher.looksOn ? viewForViewers(view) : view));
    this.#open();
  }

  /** Ends what a device was watching. */
  dismiss(device: number): void {
    for (const [viewer, watcher] of [...this.#viewers]) {
      if (watcher.device !== device) continue;
      this.#remove(viewer);
      viewer.end();
    }
  }

  close(): void {
    for (const viewer of [...this.#viewers.keys()]) {
      this.#remove(viewer);
      viewer.end();
    }
  }

  #open(): void {
    this.#unsubscribe ??= this.#session.subscribe((view) => {
      let whole: string | undefined;
      let outward: string | undefined;
      for (const [viewer, { looksOn }] of this.#viewers)
        viewer.send(looksOn ? (outward ??= JSON.stringify(viewForViewers(view))) : (whole ??= JSON.stringify(view)));
    });
    this.#heartbeat ??= setInterval(() => {
      for (const viewer of this.#viewers.keys()) viewer.heartbeat();
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
