import type { ServerResponse } from "node:http";

/**
 * One event stream. A client that reads too slowly misses the views in between: there is never more in memory than what
 * was being written when it fell behind, and the newest view.
 */
export class Viewer {
  readonly #out: ServerResponse;
  #blocked = false;
  #stuck = false;
  #newest: string | undefined;

  constructor(out: ServerResponse) {
    this.#out = out;
    out.on("drain", () => {
      this.#blocked = false;
      this.#stuck = false;
      const newest = this.#newest;
      this.#newest = undefined;
      if (newest !== undefined) this.send(newest);
    });
  }

  /** @param json one line */
  send(json: string): void {
    if (this.#blocked) this.#newest = json;
    else this.#write(`data: ${json}\n\n`);
  }

  /** Keeps a quiet connection open; ends one that has read nothing since the beat before. */
  heartbeat(): void {
    if (this.#stuck) this.#out.destroy();
    else if (this.#blocked) this.#stuck = true;
    else this.#write(": heartbeat\n\n");
  }

  end(): void {
    // A stuck client would never read the end.
    if (this.#blocked) this.#out.destroy();
    else this.#out.end();
  }

  #write(chunk: string): void {
    if (this.#out.writable) this.#blocked = !this.#out.write(chunk);
  }
}
