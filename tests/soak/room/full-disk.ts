import type { ByteSink } from "@entrain/recording";

/** A file on a disk that has no room for a while. */
export class FullDisk implements ByteSink {
  readonly #below: ByteSink;
  isFull = false;

  constructor(below: ByteSink) {
    this.#below = below;
  }

  append(bytes: Uint8Array): void {
    if (this.isFull) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    this.#below.append(bytes);
  }

  sync(): void {
    this.#below.sync();
  }

  close(): void {
    this.#below.close();
  }
}
